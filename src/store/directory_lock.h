// One server per data directory. The lock is the kernel's (flock), so it ends with its holder, however that dies; the file's text only says
// who the holder is.
#pragma once

#include <filesystem>
#include <string>

#include "base/instant.h"

namespace laoyou::store {

/// Held while it lives.
class DirectoryLock {
 public:
  /// Makes the directory if need be, for its owner alone, and locks it, and the file laoyou.lock in it: should somebody remove the file, the
  /// directory stays locked. Throws StoreLocked naming the holder's process, host and start; StoreUnavailable when the
  /// directory cannot be used.
  DirectoryLock(const std::filesystem::path& directory, Instant now);
  ~DirectoryLock();
  DirectoryLock(const DirectoryLock&) = delete;
  DirectoryLock& operator=(const DirectoryLock&) = delete;

 private:
  void release() noexcept;

  int descriptor_ = -1, directory_descriptor_ = -1;
};

}  // namespace laoyou::store
