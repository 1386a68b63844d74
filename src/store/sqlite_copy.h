// SQLite's own online copy: page by page, while others read and write.
#pragma once

#include <filesystem>

#include "store/address.h"
#include "store/progress.h"

namespace laoyou::store {

/// Copies the database of one moment into a new file that needs no other file beside it. Progress in pages. Throws StoreUnavailable,
/// Cancelled.
void copy_sqlite(const DatabaseAddress& from, const std::filesystem::path& to, const Progress& progress);

}  // namespace laoyou::store
