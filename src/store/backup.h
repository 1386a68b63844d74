// Backup of a running store into one file, and its verification. The file is an SQLite database with every table, whichever database the
// store runs on, so a backup of one can be restored into the other. The key file is not in it: keep it elsewhere.
#pragma once

#include <filesystem>

#include "base/clock.h"
#include "store/manifest.h"
#include "store/store.h"

namespace laoyou::store {

/// Copies the store of one moment into `file` and its manifest beside it, both new and on the disk when this returns, while others read and
/// write. Refused as "backup.exists". Throws StoreUnavailable, Cancelled; nothing is left behind then.
Result<BackupManifest> backup(Store& store, const std::filesystem::path& file, const Clock& clock, const Progress& progress = {});

/// Whether a backup is what its manifest says, a sound database with an intact journal and the records the journal tells of. Refused as
/// "backup.not_found", "backup.no_manifest", "backup.manifest_malformed", "backup.damaged", or with the fault found. Throws Cancelled.
Result<BackupManifest> verify_backup(const std::filesystem::path& file, const Progress& progress = {});

}  // namespace laoyou::store
