#include "store/key_file.h"

#include <fstream>
#include <string>

#include "store/durable_file.h"
#include "store/failure.h"

namespace laoyou::store {
namespace {

constexpr std::string_view k_heading = "laoyou key 1 ";

int hexadecimal_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

[[noreturn]] void refuse_key(std::string_view code, const std::filesystem::path& path) {
  throw StoreDamaged(refuse(code, {path.string()}), path.string());
}

}  // namespace

MasterKey read_key_file(const std::filesystem::path& path) {
  if (!std::filesystem::exists(path)) refuse_key("store.key_missing", path);
  using std::filesystem::perms;
  if ((std::filesystem::status(path).permissions() & (perms::group_all | perms::others_all)) != perms::none) refuse_key("store.key_exposed", path);
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  MasterKey key{};
  if (!line.starts_with(k_heading) || line.size() != k_heading.size() + 2 * key.size()) refuse_key("store.key_wrong", path);
  for (std::size_t i = 0; i < key.size(); ++i) {
    const int high = hexadecimal_value(line[k_heading.size() + 2 * i]);
    const int low = hexadecimal_value(line[k_heading.size() + 2 * i + 1]);
    if (high < 0 || low < 0) refuse_key("store.key_wrong", path);
    key[i] = static_cast<std::byte>(high * 16 + low);
  }
  return key;
}

MasterKey create_key_file(const std::filesystem::path& path, Random& random) {
  if (std::filesystem::exists(path)) return read_key_file(path);
  if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path());
  write_durable_file(path, std::string(k_heading) + random_token(random, MasterKey{}.size()) + "\n");
  return read_key_file(path);
}

}  // namespace laoyou::store
