#include "store/migrate.h"

#include "store/testing/store_fixture.h"

namespace laoyou::store {
namespace {

// The same record in three versions of the program.
namespace first {
struct Bed {
  Id<Bed> id;
  RegionCode region;
  std::string name;
};
LAOYOU_RECORD(Bed, "test_bed", id, region, name)
}  // namespace first
namespace second {
struct Bed {
  Id<Bed> id;
  RegionCode region;
  std::string name;
  std::int64_t places = 1;
  std::optional<std::string> note;
  std::string owner_phone;  // sealed
  std::vector<std::string> tags;
};
LAOYOU_RECORD(Bed, "test_bed", id, region, name, places, note, owner_phone, tags)
}  // namespace second

class AMigration : public OnBothDatabases {
 protected:
  AMigration() {
    record::extend_dictionary(
        "record,field,zh,en,unit,source,privacy,mask\n"
        "test_bed,name,名称,name,,,open,\n"
        "test_bed,places,床位数,places,,,open,\n"
        "test_bed,note,备注,note,,,open,\n"
        "test_bed,owner_phone,电话,phone,,,sensitive,phone\n"
        "test_bed,tags,标签,tags,,,open,\n");
  }
  std::unique_ptr<Store> open_first() { return Store::open(options, clock, random, {table<first::Bed>()}); }
  std::unique_ptr<Store> open_second() { return Store::open(options, clock, random, {table<second::Bed>({indexed({"name"}), unique({"owner_phone"})})}); }
  std::vector<std::string> steps() {
    std::vector<std::string> names;
    behind()->query("select name from laoyou_schema order by number", {}, [&](Row row) { names.push_back(std::get<std::string>(row[0])); });
    return names;
  }
};
RUN_ON_BOTH_DATABASES(AMigration);

TEST_P(AMigration, is_numbered_named_and_applied_once) {
  const std::int64_t number = open_first()->schema_number();
  EXPECT_EQ(number, static_cast<std::int64_t>(steps().size()));
  EXPECT_EQ(steps().back(), "index test_bed_by_region_id");
  EXPECT_EQ(open_first()->schema_number(), number);
}

TEST_P(AMigration, adds_the_columns_of_new_members_and_old_rows_show_their_defaults) {
  auto store = open_first();
  const first::Bed old{{store->new_id()}, region("650203001001"), "一号"};
  ASSERT_TRUE(store->write(actor(), [&](Writing& writing) -> Result<void> { writing.insert(old); return {}; }).done());
  const std::int64_t number = store->schema_number();
  store.reset();

  store = open_second();
  EXPECT_EQ(store->schema_number(), number + 7);  // five columns, one of them with its hash, and two indexes less the one there was
  const auto beds = store->read([](Snapshot& snapshot) { return snapshot.select<second::Bed>(Scope::country()); });
  ASSERT_EQ(beds.size(), 1u);
  EXPECT_EQ(beds[0].name, "一号");
  EXPECT_EQ(beds[0].places, 1);
  EXPECT_FALSE(beds[0].note);
  EXPECT_EQ(beds[0].owner_phone, "");
  EXPECT_TRUE(beds[0].tags.empty());
  second::Bed changed = beds[0];
  changed.owner_phone = "13800000001";
  changed.places = 4;
  ASSERT_TRUE(store->write(actor(), [&](Writing& writing) -> Result<void> { writing.update(changed); return {}; }).done());
  EXPECT_EQ(store->read([](Snapshot& snapshot) { return snapshot.count<second::Bed>(Scope::country(), Filter().equals("owner_phone", "13800000001")); }), 1);
  EXPECT_TRUE(store->verify_journal().intact());
}

TEST_P(AMigration, never_goes_back) {
  open_second();
  try {
    open_first();
    FAIL() << "an older program opened the newer database";
  } catch (const StoreDamaged& refused) {
    EXPECT_EQ(refused.code(), "store.newer");
  }
}

TEST_P(AMigration, leaves_columns_alone_that_a_record_has_retired) {
  open_second();
  const std::vector<std::string> retired{"places", "note", "owner_phone", "tags"};
  const auto store = Store::open(options, clock, random, {table<first::Bed>({}, retired)});
  const first::Bed bed{{store->new_id()}, region("650203001001"), "一号"};
  EXPECT_TRUE(store->write(actor(), [&](Writing& writing) -> Result<void> { writing.insert(bed); return {}; }).done());
}

TEST_P(AMigration, refuses_a_database_of_another_program_or_of_a_newer_store) {
  const auto code = [&] {
    try {
      open_first();
      return std::string();
    } catch (const StoreDamaged& refused) {
      return refused.code();
    }
  };
  behind()->execute("create table invoice (number integer)");
  EXPECT_EQ(code(), "store.foreign");
  behind()->execute("drop table invoice");
  EXPECT_EQ(code(), "");
  behind()->execute("insert into laoyou_schema select max(number) + 1, 'store: something later', 0 from laoyou_schema");
  EXPECT_EQ(code(), "store.newer");
}

}  // namespace
}  // namespace laoyou::store
