#include "store/open_failure.h"

#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace laoyou::store {

Refusal open_refusal(const std::filesystem::path& path, int cause) {
  const std::string name = path.string();
  switch (cause) {
    case ENOENT: return refuse("store.not_there", {name});
    case ENOTDIR: return refuse("store.not_directory", {name});
    case EACCES:
    case EPERM: return refuse("store.no_permission", {name});
    case EROFS: return refuse("store.read_only", {name});
    default: return refuse("store.unopenable", {name, std::generic_category().message(cause)});
  }
}

Refusal open_refusal_of(const std::filesystem::path& path, int otherwise) {
  // Asked without opening: closing the file again would end the locks SQLite holds on it in this process (sqlite.org/howtocorrupt.html, 2.2).
  if (::access(path.c_str(), F_OK) != 0) return open_refusal(path, errno);
  if (std::filesystem::is_directory(path)) return open_refusal(path, EISDIR);
  if (::access(path.c_str(), R_OK | W_OK) != 0) return open_refusal(path, errno);
  const std::filesystem::path directory = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  if (::access(directory.c_str(), W_OK) != 0) return open_refusal(directory, errno);
  return open_refusal(path, otherwise);
}

}  // namespace laoyou::store
