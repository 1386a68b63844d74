// What stands beside a backup: enough to tell whether the file is whole, and which journal it ends.
#pragma once

#include <filesystem>
#include <string>

#include "base/instant.h"
#include "store/progress.h"
#include "store/verify_journal.h"

namespace laoyou::store {

struct BackupManifest {
  Instant made_at;
  std::int64_t size_bytes = 0;
  std::string sha256;               ///< of the backup file
  std::int64_t schema_number = 0;
  std::int64_t journal_sequence = 0;
  JournalAnchor seal;               ///< the last one: an anchor for later verifications of the running database

  std::string json() const;
  /// Refused as "backup.manifest_malformed".
  static Result<BackupManifest> parse(std::string_view json);
};

/// "laoyou.backup" has its manifest in "laoyou.backup.manifest.json".
std::filesystem::path manifest_path(const std::filesystem::path& backup);

/// SHA-256 of a file's content; progress in bytes. Throws StoreUnavailable when it cannot be read.
std::string file_sha256(const std::filesystem::path& path, const Progress& progress = {});

}  // namespace laoyou::store
