#include "store/directory_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "store/failure.h"
#include "store/open_failure.h"

namespace laoyou::store {
namespace {

constexpr std::size_t k_text_size_max = 512;

std::string holder_text(Instant now) {
  char host[256] = "";
  ::gethostname(host, sizeof host - 1);
  return "process " + std::to_string(::getpid()) + " on " + host + " since " + now.text() + "\n";
}

std::string read_holder(int descriptor) {
  char text[k_text_size_max];
  const ssize_t size = ::pread(descriptor, text, sizeof text, 0);
  std::string holder(text, size > 0 ? static_cast<std::size_t>(size) : 0);
  while (!holder.empty() && holder.back() == '\n') holder.pop_back();
  return holder;
}

/// Locks it too; a file system that knows no such locks leaves the file's.
bool taken(int directory_descriptor) { return directory_descriptor >= 0 && ::flock(directory_descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK; }

void make_private_directory(const std::filesystem::path& directory) {
  std::error_code unmade;
  if (std::filesystem::create_directories(directory, unmade)) std::filesystem::permissions(directory, std::filesystem::perms::owner_all, unmade);
}

[[noreturn]] void throw_unusable(const std::filesystem::path& path, int cause) {
  throw StoreUnavailable(cause == ENOSPC ? refuse("store.full") : open_refusal(path, cause), path.string() + ": " + std::generic_category().message(cause));
}

}  // namespace

DirectoryLock::DirectoryLock(const std::filesystem::path& directory, Instant now) {
  make_private_directory(directory);
  const std::filesystem::path path = directory / "laoyou.lock";
  descriptor_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor_ < 0) throw_unusable(std::filesystem::is_directory(directory) ? path : directory, errno);
  directory_descriptor_ = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0 || taken(directory_descriptor_)) {
    const std::string holder = read_holder(descriptor_);
    release();
    throw StoreLocked(refuse("store.locked", {directory.string(), holder}), holder);
  }
  // The text is a courtesy to whoever is refused: a full disk must not keep the holder from starting.
  const std::string text = holder_text(now);
  if (::ftruncate(descriptor_, 0) == 0) static_cast<void>(!::pwrite(descriptor_, text.data(), text.size(), 0));
}

void DirectoryLock::release() noexcept {
  if (directory_descriptor_ >= 0) ::close(directory_descriptor_);
  ::close(descriptor_);
}

DirectoryLock::~DirectoryLock() { release(); }

}  // namespace laoyou::store
