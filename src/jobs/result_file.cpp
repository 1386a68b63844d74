#include "jobs/result_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <fstream>
#include <system_error>

#include "base/check.h"
#include "store/durable_file.h"
#include "store/failure.h"

namespace laoyou::jobs {
namespace {

constexpr std::size_t k_piece_bytes = 64 * 1024;
constexpr std::size_t k_sealed_piece_bytes_max = k_piece_bytes + 1024;  // whatever a suite adds to a text
constexpr std::size_t k_length_bytes = 4;

[[noreturn]] void throw_failure(const std::string& doing, const std::filesystem::path& path) {
  const int cause = errno;
  const bool full = cause == ENOSPC || cause == EDQUOT || cause == EFBIG;
  throw store::StoreUnavailable(refuse(full ? "store.full" : "store.disk"), doing + " " + path.string() + ": " + std::generic_category().message(cause));
}

/// A piece opens only in its own place of its own file, and only the last one as the last: nothing can be moved or cut off unnoticed.
std::string piece_name(const std::string& file, std::int64_t piece, bool last) {
  return "job_file." + file + "." + std::to_string(piece) + (last ? ".last" : "");
}

std::string length_text(std::size_t length) {
  std::string text;
  for (std::size_t i = 0; i < k_length_bytes; ++i) text += static_cast<char>(length >> (8 * i) & 0xFF);
  return text;
}

std::size_t length_of(const char* text) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < k_length_bytes; ++i) length |= std::size_t{static_cast<unsigned char>(text[i])} << (8 * i);
  return length;
}

store::MasterKey key_of(std::string_view text) {
  store::MasterKey key;
  CHECK(text.size() == 2 * key.size());
  for (std::size_t i = 0; i < key.size(); ++i) key[i] = static_cast<std::byte>(std::stoi(std::string(text.substr(2 * i, 2)), nullptr, 16));
  return key;
}

bool is_name(const std::string& name) { return !name.empty() && name.find_first_not_of("0123456789abcdef") == std::string::npos; }

}  // namespace

std::string new_file_key(Random& random) { return random_token(random, std::tuple_size_v<store::MasterKey>); }

ResultWriter::ResultWriter(std::filesystem::path path, std::string name, std::unique_ptr<store::Cipher> cipher, Random& random)
    : path_(std::move(path)), part_(path_.string() + ".part"), name_(std::move(name)), cipher_(std::move(cipher)), random_(random) {
  descriptor_ = ::open(part_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor_ < 0) throw_failure("open", part_);
}

ResultWriter::~ResultWriter() {
  if (descriptor_ >= 0) ::close(descriptor_);
  std::error_code ignored;
  if (!finished_) std::filesystem::remove(part_, ignored);
}

void ResultWriter::write(std::string_view bytes) {
  bytes_ += static_cast<std::int64_t>(bytes.size());
  while (piece_.size() + bytes.size() > k_piece_bytes) {
    const std::size_t room = k_piece_bytes - piece_.size();
    piece_.append(bytes.substr(0, room));
    bytes.remove_prefix(room);
    put_piece(piece_, false);
    piece_.clear();
  }
  piece_.append(bytes);
}

void ResultWriter::put_piece(std::string_view piece, bool last) {
  const std::string sealed = cipher_->seal(piece_name(name_, pieces_++, last), piece, random_);
  const std::string framed = length_text(sealed.size()) + sealed;
  std::string_view rest = framed;
  while (!rest.empty()) {
    const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw_failure("write", part_);
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
}

void ResultWriter::finish() {
  CHECK(!finished_);
  put_piece(piece_, true);
  if (::fsync(descriptor_) != 0) throw_failure("flush", part_);
  store::rename_durably(part_, path_);
  finished_ = true;
}

ResultFiles::ResultFiles(std::filesystem::path directory, store::CipherSuite suite, Random& random) : directory_(std::move(directory)), suite_(suite), random_(random) {
  std::error_code failure;
  std::filesystem::create_directories(directory_, failure);
  if (failure) throw store::StoreUnavailable(refuse("store.disk"), "make " + directory_.string() + ": " + failure.message());
  std::filesystem::permissions(directory_, std::filesystem::perms::owner_all, failure);
}

std::unique_ptr<store::Cipher> ResultFiles::cipher(std::string_view file_key) const { return store::make_cipher(suite_, key_of(file_key)); }

std::unique_ptr<ResultWriter> ResultFiles::create(std::string_view file_key) const {
  constexpr std::size_t k_name_bytes = 16;
  std::string name = random_token(random_, k_name_bytes);
  std::filesystem::path path = directory_ / name;
  return std::unique_ptr<ResultWriter>(new ResultWriter(std::move(path), std::move(name), cipher(file_key), random_));
}

std::string ResultFiles::keep(std::string_view file_key, std::string_view bytes) const {
  const auto writer = create(file_key);
  writer->write(bytes);
  writer->finish();
  return writer->name();
}

Result<std::string> ResultFiles::read(std::string_view file_key, const std::string& name) const {
  std::ifstream file(directory_ / name, std::ios::binary);
  if (!is_name(name) || !file) return refuse("jobs.file_not_here");
  const auto opener = cipher(file_key);
  std::string content, sealed, piece;
  for (std::int64_t index = 0;; ++index) {
    std::array<char, k_length_bytes> head;
    if (!file.read(head.data(), head.size())) return refuse("jobs.file_damaged");
    const std::size_t length = length_of(head.data());
    if (length > k_sealed_piece_bytes_max) return refuse("jobs.file_damaged");
    sealed.resize(length);
    if (!file.read(sealed.data(), static_cast<std::streamsize>(length))) return refuse("jobs.file_damaged");
    const bool last = file.peek() == std::ifstream::traits_type::eof();
    if (!opener->open(piece_name(name, index, last), sealed, piece)) return refuse("jobs.file_damaged");
    content += piece;
    if (last) return content;
  }
}

bool ResultFiles::has(const std::string& name) const { return is_name(name) && std::filesystem::exists(directory_ / name); }

void ResultFiles::remove(const std::string& name) const {
  std::error_code ignored;
  if (!name.empty()) std::filesystem::remove(directory_ / name, ignored);
}

std::vector<std::string> ResultFiles::older_than(std::int64_t milliseconds) const {
  const auto limit = std::filesystem::file_time_type::clock::now() - std::chrono::milliseconds(milliseconds);
  std::vector<std::string> names;
  std::error_code failure;
  for (const auto& entry : std::filesystem::directory_iterator(directory_, failure))
    if (entry.last_write_time(failure) < limit && !failure) names.push_back(entry.path().filename().string());
  return names;
}

}  // namespace laoyou::jobs
