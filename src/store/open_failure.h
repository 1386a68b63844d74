// Why a file or directory cannot be opened, in words that name it.
#pragma once

#include <filesystem>

#include "base/result.h"

namespace laoyou::store {

/// "store.not_there", "store.not_directory", "store.no_permission", "store.read_only" or "store.unopenable", with the path; `cause` is an errno.
Refusal open_refusal(const std::filesystem::path& path, int cause);

/// The same for a file that was tried for reading and writing; looks at it once more for the cause, `otherwise` when nothing is found.
Refusal open_refusal_of(const std::filesystem::path& path, int otherwise);

}  // namespace laoyou::store
