// Where the data lies: one option chooses between the two databases.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace laoyou::store {

enum class DatabaseKind { sqlite, postgresql };

/// Which file it is, whatever it is called.
struct FileIdentity {
  std::uint64_t device = 0, inode = 0;
  bool operator==(const FileIdentity&) const = default;
  /// Nothing when there is no such file.
  static std::optional<FileIdentity> of(const std::filesystem::path& path);
};

/// A database, parsed from what the operator wrote.
struct DatabaseAddress {
  DatabaseKind kind = DatabaseKind::sqlite;
  std::string location;          ///< SQLite: path of the file; PostgreSQL: the whole URL
  std::string vfs;               ///< SQLite only: name of the file layer to use; empty is the system's
  int checkpoint_pages = 4000;   ///< SQLite only: pages in the write-ahead log before they move into the database file
  std::optional<FileIdentity> file = {};  ///< SQLite only: the file this must be; another in its place is not opened, and none is made

  /// Reads "sqlite:/data/laoyou.db", "sqlite:/data/laoyou.db?vfs=NAME&checkpoint_pages=N" or "postgresql://…". Refused as
  /// "store.address".
  static Result<DatabaseAddress> parse(std::string_view text);

  /// The directory of an SQLite database.
  std::filesystem::path directory() const;
};

}  // namespace laoyou::store
