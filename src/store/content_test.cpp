#include "store/content.h"

#include "store/backup.h"
#include "store/restore.h"
#include "store/testing/store_fixture.h"

namespace laoyou::store {
namespace {

class AContent : public OnBothDatabases {
 protected:
  AContent() { store = open_with_contents(); }
  std::unique_ptr<Store> open_with_contents() {
    clock.advance_milliseconds(1000);
    return Store::open(options, clock, random, content_tables());
  }
  static ContentSource source(const std::string& bytes) {
    return {static_cast<std::int64_t>(bytes.size()),
            [&bytes](std::int64_t offset, std::int64_t size) { return bytes.substr(static_cast<std::size_t>(offset), static_cast<std::size_t>(size)); }};
  }
  static std::string bytes_of(std::size_t size, std::uint64_t seed) {
    std::string bytes(size, '\0');
    SeededRandom(seed).fill(std::as_writable_bytes(std::span(bytes)));
    return bytes;
  }
  /// Kept and named.
  Id<Content> put(const std::string& bytes) {
    Contents contents(*store);
    const KeptContent kept = contents.keep(source(bytes));
    Id<Content> id;
    EXPECT_TRUE(store->write(actor(), [&](Writing& writing) -> Result<void> {
      id = *contents.settle(writing, kept);
      return {};
    }).done());
    return id;
  }
  std::string whole(Id<Content> id) {
    Contents contents(*store);
    return contents.whole(*contents.find(id));
  }
  std::int64_t parts() {
    return store->read([](Snapshot& snapshot) { return snapshot.count<ContentPart>(Scope::country()); });
  }
  std::string fault() {
    const Verification found = store->verify();
    return found.intact() ? "" : found.refusal().code;
  }

  std::unique_ptr<Store> store;
};
RUN_ON_BOTH_DATABASES(AContent);

TEST_P(AContent, comes_back_byte_for_byte_whatever_its_size) {
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{256 * 1024}, std::size_t{256 * 1024 + 1}, std::size_t{1'000'000}}) {
    const std::string bytes = bytes_of(size, size + 1);
    EXPECT_TRUE(whole(put(bytes)) == bytes) << size;
  }
  EXPECT_EQ(fault(), "");
}

TEST_P(AContent, of_equal_bytes_is_kept_once) {
  const std::string bytes = bytes_of(600'000, 1);
  const Id<Content> first = put(bytes);
  EXPECT_EQ(put(bytes), first);
  EXPECT_EQ(parts(), 3);
}

TEST_P(AContent, without_a_row_that_names_it_is_swept_later_and_never_found) {
  Contents contents(*store);
  const std::string bytes = bytes_of(600'000, 1);
  const KeptContent kept = contents.keep(source(bytes));
  EXPECT_EQ(parts(), 3);
  EXPECT_FALSE(contents.find({kept.id}));
  EXPECT_EQ(contents.sweep(clock.now()), 0) << "it may be on its way at this moment";
  clock.advance_milliseconds(1);
  EXPECT_EQ(contents.sweep(clock.now()), 1);
  EXPECT_EQ(parts(), 0);
  EXPECT_FALSE(store->write(actor(), [&](Writing& writing) -> Result<void> {
    if (!contents.settle(writing, kept)) return refuse("store.duplicate");
    return {};
  }).done()) << "what was swept cannot be named";
  EXPECT_EQ(fault(), "");
}

TEST_P(AContent, that_was_let_go_is_erased) {
  Contents contents(*store);
  const Id<Content> id = put(bytes_of(600'000, 1));
  contents.erase(id.number);
  EXPECT_EQ(parts(), 3) << "it is named";
  ASSERT_TRUE(store->write(actor(), [&](Writing& writing) -> Result<void> {
    contents.let_go(writing, id);
    return {};
  }).done());
  contents.erase(id.number);
  EXPECT_EQ(parts(), 0);
  EXPECT_EQ(fault(), "");
}

TEST_P(AContent, that_was_changed_behind_the_store_is_found_by_verification_and_not_read) {
  const Id<Content> id = put(bytes_of(600'000, 1));
  behind()->execute("update stored_content_part set bytes = (select b.bytes from stored_content_part b where b.part = 0) where part = 1");
  EXPECT_EQ(fault(), "journal.row_altered");
  EXPECT_THROW(whole(id), StoreDamaged);
  behind()->execute("delete from stored_content_part where part = 1");
  EXPECT_EQ(fault(), "journal.row_missing");
  EXPECT_THROW(whole(id), StoreDamaged);
}

TEST_P(AContent, whose_parts_changed_places_is_not_read) {
  const Id<Content> id = put(bytes_of(512 * 1024, 1));
  behind()->execute("update stored_content_part set part = part + 10");
  behind()->execute("update stored_content_part set part = 11 - part");
  EXPECT_THROW(whole(id), StoreDamaged);
}

TEST_P(AContent, lies_nowhere_in_clear) {
  const std::string line = "本人自愿申请入住红星养老院 ";
  std::string bytes;
  while (bytes.size() < 300'000) bytes += line;
  put(bytes);
  bool found = false;
  const auto look = [&](const std::string& table) {
    behind()->query("select * from " + table, {}, [&](Row row) {
      for (const Cell& cell : row)
        if (const auto* text = std::get_if<std::string>(&cell)) found = found || text->find(line.substr(0, 12)) != std::string::npos;
    });
  };
  look("stored_content_part");
  look("stored_content");
  look("journal");
  EXPECT_FALSE(found);
}

TEST_P(AContent, is_in_every_backup_and_restored_into_either_database) {
  const std::string bytes = bytes_of(700'000, 1);
  const Id<Content> id = put(bytes);
  const std::filesystem::path file = directory.path() / "laoyou.backup";
  ASSERT_TRUE(backup(*store, file, clock));
  ASSERT_TRUE(verify_backup(file));
  for (const DatabaseKind kind : {DatabaseKind::sqlite, DatabaseKind::postgresql}) {
    store.reset();
    const std::filesystem::path place = directory.path() / "restored";
    std::filesystem::create_directories(place);
    options.database = kind == DatabaseKind::sqlite ? "sqlite:" + (place / "laoyou.db").string() : PostgresServer::shared().new_schema();
    ASSERT_TRUE(restore(file, options.database, clock));
    store = open_with_contents();
    EXPECT_TRUE(whole(id) == bytes);
    EXPECT_EQ(fault(), "");
  }
}

TEST_P(AContent, is_reached_from_every_server_on_one_database) {
  if (GetParam() == DatabaseKind::sqlite) GTEST_SKIP() << "an SQLite file has one server";
  StoreOptions second = options;
  second.node = 1;
  const auto other = Store::open(second, clock, random, content_tables());
  const std::string bytes = bytes_of(300'000, 1);
  const Id<Content> id = put(bytes);
  Contents there(*other);
  EXPECT_TRUE(there.whole(*there.find(id)) == bytes);
  EXPECT_EQ(there.keep(source(bytes)).id, id.number);
}

}  // namespace
}  // namespace laoyou::store
