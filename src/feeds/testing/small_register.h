// A store with the register of residents and this room, without a server: what the tests of deliveries and merges work on.
#pragma once

#include <gtest/gtest.h>

#include "base/random.h"
#include "feeds/apply_delivery.h"
#include "feeds/people_index.h"
#include "feeds/room.h"
#include "registry/collections.h"
#include "store/testing/postgres_server.h"
#include "store/testing/temporary_directory.h"

namespace laoyou::feeds::testing {

inline constexpr std::string_view k_county = "450203000000", k_village = "450203001001";
inline RegionCode region(std::string_view text) { return RegionCode::parse(text).value(); }
inline Date day(std::string_view text) { return Date::parse(text).value(); }

inline constexpr std::string_view k_feeds =
    "feed,zh,en,every_days,key,adds_people,whole_list\n"
    "police,公安,Police,30,公民身份号码,yes,yes\n"
    "health,卫健,Health,30,证件号码,no,no\n";
inline constexpr std::string_view k_columns =
    "feed,header,field,trust,day_form,codes\n"
    "by_hand,,*,50,,\n"
    "police,公民身份号码,id_number,90,,\npolice,姓名,name,90,,\npolice,性别,sex,90,,1=男|2=女\npolice,出生日期,born,90,eight_digits,\npolice,电话,phone,40,,\n"
    "health,证件号码,id_number,60,,\nhealth,姓名,name,60,,\nhealth,电话,phone,70,,\nhealth,出生日期,born,60,,\n";

class SmallRegister {
 public:
  explicit SmallRegister(store::DatabaseKind kind) : registers_(registry::collections()) {
    store::StoreOptions options;
    options.database = kind == store::DatabaseKind::sqlite ? "sqlite:" + (directory_.path() / "laoyou.db").string() : store::PostgresServer::shared().new_schema();
    options.key_file = directory_.path() / "laoyou.key";
    std::vector<store::TableDefinition> tables = feeds::tables();
    for (collection::Collection& each : registry::collections()) tables.push_back(std::move(each.table));
    for (auto more : {store::content_tables(), jobs::tables()})
      for (store::TableDefinition& table : more) tables.push_back(std::move(table));
    tables.push_back(store::follower_table());
    store_ = store::Store::open(std::move(options), clock_, random_, std::move(tables));
    follower_ = std::make_unique<store::Follower>(*store_);
    jobs_ = std::make_unique<jobs::Jobs>(jobs::Services{*store_, clock_, random_, [](std::int64_t) { return std::string(); }, [](std::int64_t, std::int64_t) {}}, *follower_);
    services_ = std::make_unique<collection::Services>(collection::Services{*store_, [](RegionCode) { return std::string(); },
                                                                            [](std::string_view, RegionCode) -> Result<RegionCode> { return refuse("regions.not_found"); },
                                                                            [](RegionCode, RegionCode) { return std::string(); }, [](std::int64_t) { return std::string(); },
                                                                            [](RegionCode) { return std::vector<std::string>(); }, *jobs_});
    feeds_ = read_feeds(k_feeds, k_columns, residents()).value();
  }

  store::Store& store() { return *store_; }
  const collection::Collection& residents() const { return *registers_.find("resident"); }
  store::Acting acting() const { return {store::Actor{7, "web", "test"}, store::Scope(region(k_county)), powers::Powers::all()}; }

  Result<void> write(const store::Command& command) { return store_->write(acting(), command).result(); }
  template <class T>
  T put(T record) {
    EXPECT_TRUE(write([&](store::Writing& writing) -> Result<void> {
      record.id = writing.new_id<T>();
      writing.insert(record);
      return {};
    }));
    return record;
  }
  template <class T>
  std::vector<T> all() {
    return store_->read([](store::Snapshot& snapshot) { return snapshot.select<T>(store::Scope::country()); });
  }
  registry::Resident person(std::string name, std::string_view born, std::string_view id_number = "", std::string phone = "") {
    registry::Resident resident;
    resident.region = region(k_village);
    resident.name = std::move(name);
    resident.born = day(born);
    if (!id_number.empty()) resident.id_number = IdNumber::parse(id_number).value();
    if (!phone.empty()) resident.phone = std::move(phone);
    return put(resident);
  }

  /// Looks at a list; nothing is stored.
  Considered look(const std::string& feed, std::string_view as_of, const std::string& csv) {
    delivery_ = Delivery();
    delivery_.region = region(k_county);
    delivery_.feed = feed;
    delivery_.day = day(as_of);
    delivery_ = put(delivery_);
    record::Sheet sheet = record::read_sheet(csv, record::SheetFormat::csv).value();
    const store::Acting who = acting();
    const collection::Desk desk{*services_, registers_, residents(), who};
    auto rows = read_delivery(desk, *feeds_.find(feed), sheet);
    EXPECT_TRUE(rows);
    // The follower does not run here: who is in the register is read anew.
    store::Follower follower(*store_);
    PeopleIndex index(*store_, follower);
    return consider({desk, feeds_, *feeds_.find(feed), delivery_, index.finder()}, std::move(*rows));
  }
  Considered apply(const std::string& feed, std::string_view as_of, const std::string& csv) {
    Considered considered = look(feed, as_of, csv);
    const Result<void> done = write(applying(delivery_, considered, residents(), 7));
    EXPECT_TRUE(done) << (done ? "" : done.error().code);
    return considered;
  }

 private:
  store::TemporaryDirectory directory_;
  SystemClock clock_;
  SecureRandom random_;
  collection::Registers registers_;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<store::Follower> follower_;
  std::unique_ptr<jobs::Jobs> jobs_;
  std::unique_ptr<collection::Services> services_;
  Feeds feeds_;
  Delivery delivery_;
};

class ARegister : public ::testing::TestWithParam<store::DatabaseKind> {
 protected:
  SmallRegister small{GetParam()};
};

inline std::string database_name(const ::testing::TestParamInfo<store::DatabaseKind>& parameter) { return parameter.param == store::DatabaseKind::sqlite ? "sqlite" : "postgresql"; }

}  // namespace laoyou::feeds::testing
