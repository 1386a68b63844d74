// A backup becomes a database again, of either kind.
#pragma once

#include <filesystem>
#include <string>

#include "base/clock.h"
#include "store/manifest.h"

namespace laoyou::store {

/// Verifies the backup, then puts it into the database at `address` (see DatabaseAddress), which must be empty: an SQLite file that is not
/// there, a PostgreSQL schema without tables. Either all of it is there afterwards, or nothing. The key file is not part of a backup.
/// Refused as verify_backup() refuses, "restore.not_empty" or "store.address". Throws StoreLocked, StoreUnavailable, Cancelled.
Result<BackupManifest> restore(const std::filesystem::path& file, const std::string& address, const Clock& clock, const Progress& progress = {});

}  // namespace laoyou::store
