#include "store/address.h"

#include <sys/stat.h>

#include "base/digits.h"

namespace laoyou::store {
namespace {

/// Takes "key=value" into the address; false when the key is none of ours.
bool set_option(DatabaseAddress& address, std::string_view option) {
  const std::size_t equals = option.find('=');
  if (equals == std::string_view::npos) return false;
  const std::string_view key = option.substr(0, equals);
  const std::string_view value = option.substr(equals + 1);
  if (key == "vfs") {
    address.vfs = value;
    return true;
  }
  if (key == "checkpoint_pages" && all_digits(value) && value.size() <= 9) {
    address.checkpoint_pages = digits_value(value);
    return true;
  }
  return false;
}

}  // namespace

std::optional<FileIdentity> FileIdentity::of(const std::filesystem::path& path) {
  struct stat found {};
  if (::stat(path.c_str(), &found) != 0) return std::nullopt;
  return FileIdentity{static_cast<std::uint64_t>(found.st_dev), static_cast<std::uint64_t>(found.st_ino)};
}

Result<DatabaseAddress> DatabaseAddress::parse(std::string_view text) {
  DatabaseAddress address;
  if (text.starts_with("postgresql://") || text.starts_with("postgres://")) {
    address.kind = DatabaseKind::postgresql;
    address.location = text;
    return address;
  }
  constexpr std::string_view k_sqlite = "sqlite:";
  if (!text.starts_with(k_sqlite)) return refuse("store.address", {std::string(text)});
  std::string_view rest = text.substr(k_sqlite.size());
  const std::size_t question = rest.find('?');
  address.location = rest.substr(0, question);
  if (address.location.empty()) return refuse("store.address", {std::string(text)});
  while (question != std::string_view::npos && !rest.empty()) {
    const std::size_t start = rest.find_first_of("?&");
    if (start == std::string_view::npos) break;
    rest.remove_prefix(start + 1);
    if (!set_option(address, rest.substr(0, rest.find('&')))) return refuse("store.address", {std::string(text)});
  }
  return address;
}

std::filesystem::path DatabaseAddress::directory() const {
  const std::filesystem::path parent = std::filesystem::path(location).parent_path();
  return parent.empty() ? std::filesystem::path(".") : parent;
}

}  // namespace laoyou::store
