#include "store/durable_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

#include "store/failure.h"
#include "store/open_failure.h"

namespace laoyou::store {
namespace {

[[noreturn]] void throw_file_failure(const std::string& doing, const std::filesystem::path& path) {
  const int cause = errno;
  const bool full = cause == ENOSPC || cause == EDQUOT || cause == EFBIG;
  const Refusal refusal = full ? refuse("store.full") : doing == "open" ? open_refusal(path, cause) : refuse("store.disk");
  throw StoreUnavailable(refusal, doing + " " + path.string() + ": " + std::generic_category().message(cause));
}

class OpenFile {
 public:
  OpenFile(const std::filesystem::path& path, int flags) : path_(path), descriptor_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {
    if (descriptor_ < 0) throw_file_failure("open", path_);
  }
  ~OpenFile() { ::close(descriptor_); }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  void write(std::string_view content) {
    while (!content.empty()) {
      const ssize_t written = ::write(descriptor_, content.data(), content.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) throw_file_failure("write", path_);
      content.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  void flush() {
    if (::fsync(descriptor_) != 0) throw_file_failure("flush", path_);
  }

 private:
  const std::filesystem::path& path_;
  int descriptor_;
};

std::filesystem::path directory_of(const std::filesystem::path& path) {
  const std::filesystem::path parent = path.parent_path();
  return parent.empty() ? std::filesystem::path(".") : parent;
}

}  // namespace

void make_private_file(const std::filesystem::path& path) noexcept {
  // Never opened when it exists: closing it again would end the locks SQLite holds on it in this process (sqlite.org/howtocorrupt.html, 2.2).
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor >= 0) ::close(descriptor);
}

void flush_file(const std::filesystem::path& path) { OpenFile(path, O_RDONLY).flush(); }

void rename_durably(const std::filesystem::path& from, const std::filesystem::path& to) {
  if (std::rename(from.c_str(), to.c_str()) != 0) throw_file_failure("rename", to);
  const std::filesystem::path directory = directory_of(to);
  OpenFile(directory, O_RDONLY | O_DIRECTORY).flush();
}

void write_durable_file(const std::filesystem::path& path, std::string_view content) {
  const std::filesystem::path part = path.string() + ".part";
  std::filesystem::remove(part);
  {
    OpenFile file(part, O_WRONLY | O_CREAT | O_EXCL);
    file.write(content);
    file.flush();
  }
  rename_durably(part, path);
}

}  // namespace laoyou::store
