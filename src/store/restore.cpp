#include "store/restore.h"

#include "store/backup.h"
#include "store/copy_rows.h"
#include "store/directory_lock.h"
#include "store/durable_file.h"
#include "store/migrate.h"

namespace laoyou::store {
namespace {

void copy_whole_file(const std::filesystem::path& from, const std::filesystem::path& to) {
  std::error_code failed;
  std::filesystem::copy_file(from, to, std::filesystem::copy_options::overwrite_existing, failed);
  if (failed) throw StoreUnavailable(refuse(failed == std::errc::no_space_on_device ? "store.full" : "store.disk"), failed.message());
  std::filesystem::permissions(to, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  flush_file(to);
}

Result<void> restore_into_sqlite(const std::filesystem::path& file, const DatabaseAddress& address, const BackupManifest& manifest, const Clock& clock) {
  const DirectoryLock lock(address.directory(), clock.now());
  const std::filesystem::path target = address.location;
  for (const char* ending : {"", "-wal", "-shm"})
    if (std::filesystem::exists(target.string() + ending)) return refuse("restore.not_empty", {target.string()});
  const std::filesystem::path part = target.string() + ".part";
  copy_whole_file(file, part);
  if (file_sha256(part) != manifest.sha256) throw StoreUnavailable(refuse("store.disk"), "the copy differs from the backup");
  rename_durably(part, target);
  return {};
}

Result<void> restore_into_postgres(const std::filesystem::path& file, const DatabaseAddress& address, const Progress& progress) {
  const std::unique_ptr<Connection> target = connect(address, ConnectionUse::writing);
  const std::unique_ptr<Connection> source = connect({.location = file.string(), .vfs = ""}, ConnectionUse::inspecting);
  const std::vector<TableShape> tables = read_shape(*source);
  target->execute("begin");
  if (!database_empty(*target)) return refuse("restore.not_empty", {"PostgreSQL"});
  for (const TableShape& table : tables) create_table(*target, table);
  copy_rows(*source, *target, tables, progress);
  for (const TableShape& table : tables) create_indexes(*target, table);
  target->commit();
  return {};
}

}  // namespace

Result<BackupManifest> restore(const std::filesystem::path& file, const std::string& address, const Clock& clock, const Progress& progress) {
  const Result<DatabaseAddress> target = DatabaseAddress::parse(address);
  if (!target) return target.error();
  Result<BackupManifest> manifest = verify_backup(file, progress);
  if (!manifest) return manifest;
  const Result<void> restored = target->kind == DatabaseKind::sqlite ? restore_into_sqlite(file, *target, *manifest, clock)
                                                                     : restore_into_postgres(file, *target, progress);
  if (!restored) return restored.error();
  return manifest;
}

}  // namespace laoyou::store
