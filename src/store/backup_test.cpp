#include "store/backup.h"

#include <fstream>

#include "store/restore.h"
#include "store/testing/store_fixture.h"

namespace laoyou::store {
namespace {

class ABackup : public OnBothDatabases {
 protected:
  void SetUp() override {
    store = open();
    for (int i = 0; i < 50; ++i) {
      Resident made = resident(*store, "650203001001", "张三" + std::to_string(i), std::to_string(i));
      made.home = Home{"友谊路", i / 3.0};
      if (i % 2 == 0) made.scale_sum = i;
      ASSERT_TRUE(insert(*store, made).done());
    }
  }
  std::string empty_database(DatabaseKind kind) {
    const std::filesystem::path place = directory.path() / ("restored" + std::to_string(++restored)) / "laoyou.db";
    return kind == DatabaseKind::sqlite ? "sqlite:" + place.string() : PostgresServer::shared().new_schema();
  }
  static std::string contents(Store& store) {
    std::string text;
    for (const Resident& each : all(store, Scope::country(), Filter().order_by("id"))) record::write_json(text, each, record::View{.unmask = true});
    return text;
  }
  static std::string refusal(const Result<BackupManifest>& result) { return result ? "" : result.error().code; }

  std::unique_ptr<Store> store;
  std::filesystem::path file = directory.path() / "laoyou.backup";
  int restored = 0;
};
RUN_ON_BOTH_DATABASES(ABackup);

TEST_P(ABackup, restores_into_either_database) {
  const Result<BackupManifest> made = backup(*store, file, clock);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->journal_sequence, 50);
  EXPECT_EQ(made->schema_number, store->schema_number());
  const std::string before = contents(*store);
  store.reset();
  for (const DatabaseKind kind : {DatabaseKind::sqlite, DatabaseKind::postgresql}) {
    options.database = empty_database(kind);
    ASSERT_EQ(refusal(restore(file, options.database, clock)), "");
    const auto again = open();
    EXPECT_EQ(contents(*again), before);
    EXPECT_EQ(again->schema_number(), made->schema_number);
    EXPECT_EQ(again->verify_journal(made->seal).fault, JournalFault::none);
    EXPECT_EQ(insert(*again, resident(*again, "650203001001", "张三", "1")).refusal->code, "store.duplicate");
    EXPECT_TRUE(insert(*again, resident(*again, "650203001001", "张三", "new")).done());
  }
}

TEST_P(ABackup, is_made_while_others_write_and_is_of_one_moment) {
  std::atomic<bool> stop = false;
  std::thread writer([&] {
    for (int i = 100; !stop; ++i) insert(*store, resident(*store, "650203001001", "张三", std::to_string(i)));
  });
  const Result<BackupManifest> made = backup(*store, file, clock);
  stop = true;
  writer.join();
  ASSERT_TRUE(made);
  EXPECT_EQ(refusal(verify_backup(file)), "");
  options.database = empty_database(DatabaseKind::sqlite);
  ASSERT_EQ(refusal(restore(file, options.database, clock)), "");
  const auto again = open();
  EXPECT_EQ(again->journal_head(), made->journal_sequence);
  EXPECT_EQ(all(*again).size(), static_cast<std::size_t>(made->journal_sequence));
}

TEST_P(ABackup, that_is_damaged_anywhere_is_refused) {
  ASSERT_TRUE(backup(*store, file, clock));
  const auto size = static_cast<std::int64_t>(std::filesystem::file_size(file));
  for (const std::int64_t place : {std::int64_t{0}, size / 3, size / 2, size - 1}) {
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekg(place);
    const int byte = stream.get();
    stream.seekp(place);
    stream.put(static_cast<char>(byte ^ 1));
    stream.close();
    EXPECT_EQ(refusal(restore(file, empty_database(DatabaseKind::sqlite), clock)), "backup.damaged");
    stream.open(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekp(place);
    stream.put(static_cast<char>(byte));
  }
  EXPECT_EQ(refusal(verify_backup(file)), "");
  std::filesystem::resize_file(file, std::filesystem::file_size(file) - 4096);
  EXPECT_EQ(refusal(verify_backup(file)), "backup.damaged");
}

TEST_P(ABackup, whose_journal_was_tampered_with_is_refused_even_with_a_matching_manifest) {
  behind()->execute("update journal set door = 'api' where sequence = 20");
  ASSERT_TRUE(backup(*store, file, clock));
  const Result<BackupManifest> verified = verify_backup(file);
  ASSERT_FALSE(verified);
  EXPECT_EQ(verified.error().code, "journal.entry_altered");
  EXPECT_EQ(verified.error().words, std::vector<std::string>{"20"});
}

TEST_P(ABackup, needs_its_manifest) {
  ASSERT_TRUE(backup(*store, file, clock));
  std::ofstream(manifest_path(file)) << "{\"sha256\": 3}";
  EXPECT_EQ(refusal(verify_backup(file)), "backup.manifest_malformed");
  std::filesystem::remove(manifest_path(file));
  EXPECT_EQ(refusal(verify_backup(file)), "backup.no_manifest");
  std::filesystem::remove(file);
  EXPECT_EQ(refusal(verify_backup(file)), "backup.not_found");
}

TEST_P(ABackup, overwrites_neither_a_file_nor_a_database) {
  ASSERT_TRUE(backup(*store, file, clock));
  EXPECT_EQ(refusal(backup(*store, file, clock)), "backup.exists");
  const std::string before = contents(*store);
  const std::string database = options.database;
  if (GetParam() == DatabaseKind::sqlite) {
    EXPECT_THROW(restore(file, database, clock), StoreLocked);
    store.reset();
  }
  EXPECT_EQ(refusal(restore(file, database, clock)), "restore.not_empty");
  if (!store) store = open();
  EXPECT_EQ(contents(*store), before);
}

TEST_P(ABackup, leaves_nothing_behind_when_it_is_stopped) {
  EXPECT_THROW(backup(*store, file, clock, [](std::int64_t, std::int64_t) { return false; }), Cancelled);
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(directory.path())) files += entry.path().string().find("backup") != std::string::npos;
  EXPECT_EQ(files, 0);
}

TEST_P(ABackup, is_for_its_owner_alone_like_the_database_itself) {
  ASSERT_TRUE(backup(*store, file, clock));
  std::vector<std::filesystem::path> files{file};
  if (GetParam() == DatabaseKind::sqlite)
    for (const char* name : {"laoyou.db", "laoyou.db-wal", "laoyou.db-shm"}) files.push_back(directory.path() / name);
  using std::filesystem::perms;
  for (const auto& each : files) EXPECT_EQ(std::filesystem::status(each).permissions() & (perms::group_all | perms::others_all), perms::none) << each;
}

TEST_P(ABackup, holds_no_sealed_field_in_clear) {
  ASSERT_TRUE(insert(*store, resident(*store, "650203001001", "张三", "13812345678")).done());
  ASSERT_TRUE(backup(*store, file, clock));
  std::ifstream stream(file, std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(stream), {});
  EXPECT_EQ(bytes.find("13812345678"), std::string::npos);
  EXPECT_NE(bytes.find("友谊路"), std::string::npos);
}

}  // namespace
}  // namespace laoyou::store
