#include "store/backup.h"

#include <fstream>
#include <sstream>

#include "store/copy_rows.h"
#include "store/durable_file.h"
#include "store/migrate.h"
#include "store/sqlite_copy.h"

namespace laoyou::store {
namespace {

/// The file under construction; removed unless it was given its final name.
class PartFile {
 public:
  explicit PartFile(const std::filesystem::path& final_path) : path_(final_path.string() + ".part") { remove(); }
  ~PartFile() { remove(); }
  PartFile(const PartFile&) = delete;
  PartFile& operator=(const PartFile&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  void remove() {
    std::error_code ignored;
    for (const char* ending : {"", "-wal", "-shm", "-journal"}) std::filesystem::remove(path_.string() + ending, ignored);
  }
  std::filesystem::path path_;
};

/// PostgreSQL into an SQLite file: the same tables, row by row, from one snapshot.
void copy_postgres(Store& store, const std::filesystem::path& to, const Progress& progress) {
  ReaderPool::Lease lease = store.lease_connection();
  const std::unique_ptr<Connection> target = connect({.location = to.string(), .vfs = ""}, ConnectionUse::writing);
  const std::vector<TableShape> tables = read_shape(lease.connection());
  target->execute("begin");
  for (const TableShape& table : tables) create_table(*target, table);
  copy_rows(lease.connection(), *target, tables, progress);
  for (const TableShape& table : tables) create_indexes(*target, table);
  target->commit();
  target->execute("pragma journal_mode=delete");
}

std::unique_ptr<Connection> inspect(const std::filesystem::path& file) {
  return connect({.location = file.string(), .vfs = ""}, ConnectionUse::inspecting);
}

Result<void> check_database(Connection& connection) {
  std::string answer;
  connection.query("pragma integrity_check(1)", {}, [&](Row row) { answer = std::get<std::string>(row[0]); });
  if (answer != "ok") return refuse("backup.damaged", {answer});
  return {};
}

Result<BackupManifest> read_manifest(const std::filesystem::path& file) {
  std::ifstream stream(manifest_path(file));
  if (!stream) return refuse("backup.no_manifest", {manifest_path(file).string()});
  std::ostringstream text;
  text << stream.rdbuf();
  return BackupManifest::parse(text.str());
}

}  // namespace

Result<BackupManifest> backup(Store& store, const std::filesystem::path& file, const Clock& clock, const Progress& progress) {
  if (std::filesystem::exists(file)) return refuse("backup.exists", {file.string()});
  const PartFile part(file);
  if (store.address().kind == DatabaseKind::sqlite)
    copy_sqlite(store.address(), part.path(), progress);
  else
    copy_postgres(store, part.path(), progress);
  BackupManifest manifest;
  {
    const std::unique_ptr<Connection> copy = inspect(part.path());
    const JournalHead head = read_head(*copy, HeadLock::none);
    manifest.schema_number = schema_number(*copy);
    manifest.journal_sequence = head.sequence;
    manifest.seal = {head.batch, head.seal_hash};
  }
  manifest.made_at = clock.now();
  manifest.size_bytes = static_cast<std::int64_t>(std::filesystem::file_size(part.path()));
  manifest.sha256 = file_sha256(part.path());
  flush_file(part.path());
  // The manifest first: a backup without one is none, a manifest without its backup says so by itself.
  write_durable_file(manifest_path(file), manifest.json());
  rename_durably(part.path(), file);
  return manifest;
}

Result<BackupManifest> verify_backup(const std::filesystem::path& file, const Progress& progress) {
  if (!std::filesystem::exists(file)) return refuse("backup.not_found", {file.string()});
  Result<BackupManifest> manifest = read_manifest(file);
  if (!manifest) return manifest;
  if (static_cast<std::int64_t>(std::filesystem::file_size(file)) != manifest->size_bytes || file_sha256(file, progress) != manifest->sha256)
    return refuse("backup.damaged", {"SHA-256"});
  try {
    const std::unique_ptr<Connection> connection = inspect(file);
    if (const Result<void> sound = check_database(*connection); !sound) return sound.error();
    const JournalCheck check = verify_journal(*connection, manifest->seal, progress);
    if (!check.intact()) return refuse(fault_code(check.fault), {std::to_string(check.first_bad_sequence)});
    const RowCheck rows = verify_rows(*connection, nullptr, progress);
    if (!rows.intact()) return rows.refusal();
  } catch (const StoreDamaged& damaged) {
    return refuse("backup.damaged", {damaged.what()});
  }
  return manifest;
}

}  // namespace laoyou::store
