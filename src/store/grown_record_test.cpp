// What records have grown: versions, references, owners, words they are found by, pages that begin behind a record.
#include <gmock/gmock.h>

#include "store/backup.h"
#include "store/restore.h"
#include "store/testing/store_fixture.h"

namespace laoyou::store {
namespace {

struct House {
  Id<House> id;
  std::int32_t version = 0;
  RegionCode region;
  std::string name;
};
LAOYOU_RECORD(House, "test_house", id, version, region, name)

struct Room {
  Id<Room> id;
  std::int32_t version = 0;
  RegionCode region;
  std::optional<Id<House>> house;
  std::optional<std::int64_t> beds;
};
LAOYOU_RECORD(Room, "test_room", id, version, region, house, beds)

class AGrownRecord : public testing::TestWithParam<DatabaseKind> {
 protected:
  AGrownRecord() {
    describe_test_records();
    static const bool done = [] {
      record::extend_dictionary(
          "record,field,zh,en,unit,source,privacy,mask\n*,version,版本,version,,,open,\ntest_house,name,名称,name,,,open,\ntest_room,house,机构,house,,,open,\n"
          "test_room,beds,床位,beds,,,open,\n");
      return true;
    }();
    static_cast<void>(done);
    options.database = GetParam() == DatabaseKind::sqlite ? "sqlite:" + (directory.path() / "laoyou.db").string() : PostgresServer::shared().new_schema();
    options.key_file = directory.path() / "laoyou.key";
    store = Store::open(options, clock, random,
                        {table<House>().searching({"name"}).owned({{powers::OwnerKind::institution, "id"}}), table<Room>().owned({{powers::OwnerKind::institution, "house"}})});
  }

  House house(const std::string& name, std::string_view region = "650203000000") { return {{store->new_id()}, 0, *RegionCode::parse(region), name}; }
  Room room(std::optional<Id<House>> of, std::optional<std::int64_t> beds = {}, std::string_view region = "650203000000") {
    return {{store->new_id()}, 0, *RegionCode::parse(region), of, beds};
  }
  template <class T>
  std::string put(const T& record, const Scope& scope = Scope::country()) {
    return code(store->write(Acting(Actor{7, "web", ""}, scope, {}), [&](Writing& writing) -> Result<void> { writing.insert(record); return {}; }));
  }
  template <class T>
  std::string change(const T& record, const Scope& scope = Scope::country()) {
    return code(store->write(Acting(Actor{7, "web", ""}, scope, {}), [&](Writing& writing) -> Result<void> { writing.update(record); return {}; }));
  }
  template <class T>
  std::string take_out(Id<T> id, const Scope& scope = Scope::country()) {
    return code(store->write(Acting(Actor{7, "web", ""}, scope, {}), [&](Writing& writing) -> Result<void> { writing.remove(id); return {}; }));
  }
  static std::string code(const WriteOutcome& outcome) { return outcome.done() ? "done" : outcome.result().error().code; }
  template <class T>
  std::vector<T> all(const Scope& scope = Scope::country(), const Filter& filter = {}) {
    return store->read([&](Snapshot& snapshot) { return snapshot.select<T>(scope, filter); });
  }
  std::vector<std::string> found(std::string_view typed, std::optional<std::string_view> region = {}) {
    std::vector<std::string> names;
    for (const House& each : all<House>(region ? Scope(*RegionCode::parse(*region)) : Scope::country(), Filter().found(typed))) names.push_back(each.name);
    return names;
  }
  static Scope of(Id<House> house) { return Scope(*RegionCode::parse("650200000000")).owned_by(powers::Owner{powers::OwnerKind::institution, house.number}); }

  TemporaryDirectory directory;
  ManualClock clock{Instant{1'795'000'000'000}};
  SecureRandom random;
  StoreOptions options;
  std::unique_ptr<Store> store;
};

TEST_P(AGrownRecord, CountsItsVersionsAndRefusesAStaleOne) {
  House first = house("阳光");
  first.version = 9;
  ASSERT_EQ(put(first), "done");
  first = all<House>().at(0);
  EXPECT_EQ(first.version, 1);
  House second = first;
  first.name = "阳光养老院";
  EXPECT_EQ(change(first), "done");
  second.name = "阳光托育园";
  EXPECT_EQ(change(second), "record.changed");
  EXPECT_EQ(all<House>().at(0).name, "阳光养老院");
  EXPECT_EQ(all<House>().at(0).version, 2);
  EXPECT_EQ(change(all<House>().at(0)), "done");
  EXPECT_EQ(all<House>().at(0).version, 2) << "what changes nothing counts nothing";
}

TEST_P(AGrownRecord, NamesOnlyWhatIsThereAndWithinScope) {
  const House here = house("此处"), there = house("别处", "650204000000");
  ASSERT_EQ(put(here), "done");
  ASSERT_EQ(put(there), "done");
  const Scope district(*RegionCode::parse("650203000000"));
  EXPECT_EQ(put(room(here.id), district), "done");
  EXPECT_EQ(put(room(std::nullopt), district), "done");
  EXPECT_EQ(put(room(there.id), district), "reference.not_found");
  EXPECT_EQ(put(room(Id<House>{12345}), district), "reference.not_found");
}

TEST_P(AGrownRecord, IsNotRemovedWhileOthersNameIt) {
  const House home = house("机构");
  const Room one = room(home.id);
  ASSERT_EQ(put(home), "done");
  ASSERT_EQ(put(one), "done");
  EXPECT_EQ(take_out(home.id), "reference.in_use");
  EXPECT_EQ(take_out(one.id), "done");
  EXPECT_EQ(take_out(home.id), "done");
}

TEST_P(AGrownRecord, IsChangedWithinScopeOnly) {
  const Scope district(*RegionCode::parse("650203000000"));
  House own = house("辖区内"), foreign = house("辖区外", "650204000000");
  EXPECT_EQ(put(foreign, district), "scope.outside");
  ASSERT_EQ(put(own), "done");
  ASSERT_EQ(put(foreign), "done");
  foreign.version = own.version = 1;
  foreign.name = "改名";
  EXPECT_EQ(change(foreign, district), "scope.outside");
  EXPECT_EQ(take_out(foreign.id, district), "scope.outside");
  own.region = *RegionCode::parse("650204000000");
  EXPECT_EQ(change(own, district), "scope.outside") << "moved out of scope";
}

TEST_P(AGrownRecord, IsSeenAndChangedByItsOwnerAlone) {
  const House mine = house("本机构"), other = house("他机构");
  ASSERT_EQ(put(mine), "done");
  ASSERT_EQ(put(other), "done");
  ASSERT_EQ(put(room(other.id)), "done");
  EXPECT_EQ(put(room(mine.id), of(mine.id)), "done");
  EXPECT_EQ(put(room(std::nullopt), of(mine.id)), "scope.not_own");
  EXPECT_EQ(put(room(other.id), of(mine.id)), "scope.not_own");
  EXPECT_EQ(all<House>(of(mine.id)).size(), 1u);
  ASSERT_EQ(all<Room>(of(mine.id)).size(), 1u);
  EXPECT_EQ(all<Room>(of(mine.id)).at(0).house, mine.id);
  const Scope family = Scope(*RegionCode::parse("650200000000")).owned_by(powers::Owner{powers::OwnerKind::household, mine.id.number});
  EXPECT_TRUE(all<House>(family).empty()) << "no column says which family owns a house";
  EXPECT_EQ(put(house("新"), family), "scope.not_own");
}

TEST_P(AGrownRecord, ShowsItsOwnerNothingOfTheJournalButItsOwnHistory) {
  const House mine = house("本机构");
  ASSERT_EQ(put(mine), "done");
  ASSERT_EQ(put(house("他机构")), "done");
  JournalQuery query;
  EXPECT_TRUE(store->read([&](Snapshot& snapshot) { return snapshot.journal(of(mine.id), query); }).empty());
  query.record = "test_house";
  query.record_id = mine.id.number;
  EXPECT_EQ(store->read([&](Snapshot& snapshot) { return snapshot.journal(of(mine.id), query); }).size(), 1u);
}

TEST_P(AGrownRecord, IsFoundByNamePinyinAndInitials) {
  House sun = house("阳光养老院");
  ASSERT_EQ(put(sun), "done");
  ASSERT_EQ(put(house("红星托育园")), "done");
  for (const char* typed : {"阳光", "养老", "yangguang", "YG", "ygyly"}) EXPECT_THAT(found(typed), testing::ElementsAre("阳光养老院")) << typed;
  EXPECT_THAT(found("院"), testing::ElementsAre("阳光养老院"));
  EXPECT_TRUE(found("——").empty());
  EXPECT_TRUE(found("' or 1=1 --").empty());
  sun = all<House>(Scope::country(), Filter().found("阳光")).at(0);
  sun.name = "月光养老院";
  ASSERT_EQ(change(sun), "done");
  EXPECT_TRUE(found("阳光").empty());
  EXPECT_THAT(found("yueguang"), testing::ElementsAre("月光养老院"));
  EXPECT_TRUE(store->verify({}).intact()) << "the words are made from the record and are no part of the journal";
}

TEST_P(AGrownRecord, IsFoundEvenWhenItIsOlderThanTheSearch) {
  store.reset();
  options.database = GetParam() == DatabaseKind::sqlite ? "sqlite:" + (directory.path() / "older.db").string() : PostgresServer::shared().new_schema();
  options.key_file = directory.path() / "older.key";
  store = Store::open(options, clock, random, {table<House>()});
  ASSERT_EQ(put(house("阳光养老院")), "done");
  store.reset();
  clock.advance_milliseconds(1000);
  store = Store::open(options, clock, random, {table<House>().searching({"name"})});
  EXPECT_THAT(found("ygyly"), testing::ElementsAre("阳光养老院"));
  EXPECT_TRUE(store->verify({}).intact());
}

TEST_P(AGrownRecord, IsFoundInItsStreetAndVillageAndFollowsWhereItMoves) {
  House sun = house("阳光养老院", "650203001002");
  ASSERT_EQ(put(sun), "done");
  ASSERT_EQ(put(house("阳光托育园", "650203002001")), "done");
  ASSERT_EQ(put(house("阳光中心")), "done");
  EXPECT_THAT(found("阳光", "650203001000"), testing::ElementsAre("阳光养老院"));
  EXPECT_THAT(found("阳光", "650203001002"), testing::ElementsAre("阳光养老院"));
  EXPECT_TRUE(found("阳光", "650203001001").empty()) << "another village of the street";
  EXPECT_EQ(found("阳光", "650203000000").size(), 3u);
  EXPECT_TRUE(found("650203001").empty()) << "nobody types the street's word";
  EXPECT_TRUE(found("ｒ650203001").empty());
  sun = all<House>(Scope(*RegionCode::parse("650203001002"))).at(0);
  sun.region = *RegionCode::parse("650203002003");
  ASSERT_EQ(change(sun), "done");
  EXPECT_TRUE(found("阳光", "650203001000").empty());
  EXPECT_EQ(found("阳光", "650203002000").size(), 2u);
}

TEST_P(AGrownRecord, IsFoundInEitherDatabaseThatItIsRestoredInto) {
  ASSERT_EQ(put(house("阳光养老院", "650203001002")), "done");
  const auto file = directory.path() / "laoyou.backup";
  ASSERT_TRUE(backup(*store, file, clock));
  store.reset();
  for (const DatabaseKind kind : {DatabaseKind::sqlite, DatabaseKind::postgresql}) {
    options.database = kind == DatabaseKind::sqlite ? "sqlite:" + (directory.path() / "again" / "laoyou.db").string() : PostgresServer::shared().new_schema();
    ASSERT_TRUE(restore(file, options.database, clock));
    store = Store::open(options, clock, random, {table<House>().searching({"name"})});
    EXPECT_THAT(found("yangguang", "650203001000"), testing::ElementsAre("阳光养老院"));
    store.reset();
  }
}

TEST_P(AGrownRecord, IsFoundOnPagesTheLastEnteredFirstHoweverManyShareTheBeginning) {
  std::vector<std::string> entered;
  for (int i = 0; i < 12; ++i) {
    const std::string name = (i % 3 == 2 ? "红星院" : "阳光院") + std::to_string(i);
    ASSERT_EQ(put(house(name)), "done");
    if (i % 3 != 2) entered.insert(entered.begin(), name);
  }
  for (const std::int64_t rows : {1, 3, 5, 50}) {
    std::vector<std::string> paged;
    std::optional<House> last;
    for (;;) {
      Filter filter;
      filter.found("阳光").order_by("id", Order::falling).page(0, rows);
      if (last) filter.after({Cell(last->id.number), last->id.number});
      const std::vector<House> page = all<House>(Scope(*RegionCode::parse("650200000000")), filter);
      for (const House& each : page) paged.push_back(each.name);
      if (std::ssize(page) < rows) break;
      last = page.back();
    }
    EXPECT_EQ(paged, entered) << rows;
  }
}

TEST_P(AGrownRecord, IsFoundInItsStreetThoughItsWordsAreOfBeforeStreetsHadOne) {
  ASSERT_EQ(put(house("阳光养老院", "650203001002")), "done");
  const auto tables = [] { return std::vector{table<House>().searching({"name"})}; };
  store.reset();
  {
    const auto connection = connect(*DatabaseAddress::parse(options.database), ConnectionUse::writing);
    connection->execute("update test_house set search_text = ' 阳光养老院'; delete from laoyou_schema where name = 'search by street test_house'");
    if (GetParam() == DatabaseKind::sqlite) connection->execute("insert into test_house_search(test_house_search) values ('rebuild')");
  }
  clock.advance_milliseconds(1000);
  store = Store::open(options, clock, random, tables());
  EXPECT_THAT(found("yangguang", "650203001000"), testing::ElementsAre("阳光养老院"));
  EXPECT_TRUE(store->verify({}).intact());
}

TEST_P(AGrownRecord, IsReadPageByPageWithoutGapOrRepeat) {
  for (int i = 0; i < 23; ++i) ASSERT_EQ(put(room(std::nullopt, i % 4 == 0 ? std::nullopt : std::optional<std::int64_t>(i % 5))), "done");
  for (const Order order : {Order::rising, Order::falling}) {
    std::vector<Id<Room>> whole, paged;
    for (const Room& each : all<Room>(Scope::country(), Filter().order_by("beds", order))) whole.push_back(each.id);
    std::optional<Room> last;
    for (;;) {
      Filter filter;
      filter.order_by("beds", order).page(0, 4);
      if (last) filter.after({last->beds ? Cell(*last->beds) : Cell(), last->id.number});
      const std::vector<Room> rows = all<Room>(Scope::country(), filter);
      if (rows.empty()) break;
      for (const Room& each : rows) paged.push_back(each.id);
      last = rows.back();
    }
    EXPECT_EQ(paged, whole);
  }
}

RUN_ON_BOTH_DATABASES(AGrownRecord);

}  // namespace
}  // namespace laoyou::store
