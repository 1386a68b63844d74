// Two records of one person made one, with a row in every table that can name a person.
#include <gtest/gtest.h>

#include <set>

#include "app/running_house_test.h"
#include "app/store_options.h"
#include "feeds/merge_persons.h"
#include "feeds/plain_names.h"
#include "registry/collections.h"
#include "store/testing/postgres_server.h"

namespace laoyou::app {
namespace {

using record::Cell;
using Cells = std::vector<Cell>;
using registry::Resident;

constexpr std::string_view k_village = "450203001001";

/// A row's place among all tables: its table and number.
using Place = std::pair<std::string, std::int64_t>;

class MergeEverywhere : public testing::TestWithParam<Database> {
 protected:
  MergeEverywhere() {
    store::StoreOptions options;
    options.database = GetParam() == Database::sqlite ? "sqlite:" + (directory_.path() / "laoyou.db").string() : store::PostgresServer::shared().new_schema();
    options.key_file = directory_.path() / "laoyou.key";
    store_ = store::Store::open(std::move(options), clock_, random_, all_tables({}));
  }

  Result<void> write(const store::Command& command) { return store_->write({7, "web", "test"}, command).result(); }
  const collection::Collection& residents() const { return *registers_.find("resident"); }

  Id<Resident> person(const char* name) {
    Resident made;
    made.id = {store_->new_id()};
    made.region = code(k_village);
    made.name = name;
    made.born = Date::parse("1949-12-31").value();
    EXPECT_TRUE(write([&](store::Writing& writing) -> Result<void> {
      writing.insert(made);
      return {};
    }));
    return made.id;
  }

  /// Every column that can name a person, with the column that says of which register the number is, or "".
  std::vector<feeds::PlainName> names() {
    std::vector<feeds::PlainName> all = feeds::plain_names(store_->tables(), "resident");
    for (const store::Referrer& each : store_->tables().referrers("resident")) all.push_back({each.table, each.column, ""});
    return all;
  }

  /// An otherwise empty row whose column names the person.
  Place put_row(const feeds::PlainName& name, Id<Resident> person) {
    const store::Table& table = *name.table;
    Cells cells = table.definition().defaults;
    const std::int64_t id = store_->new_id();
    cells[table.plain_id_position()] = id;
    cells[table.plain_position("region")] = std::string(k_village);
    cells[table.plain_position(name.column)] = person.number;
    if (!name.register_column.empty()) cells[table.plain_position(name.register_column)] = std::string("resident");
    for (const store::Index& index : table.definition().indexes)
      if (index.unique) make_own(table, index, id, cells);
    const Result<void> done = write([&](store::Writing& writing) -> Result<void> {
      writing.insert_row(table, cells);
      return {};
    });
    EXPECT_TRUE(done) << table.name() << "." << name.column << ": " << (done ? "" : done.error().code);
    return {table.name(), id};
  }
  /// No two rows have the same key.
  static void make_own(const store::Table& table, const store::Index& index, std::int64_t id, Cells& cells) {
    for (const std::string& column : index.columns)
      if (auto& cell = cells[table.plain_position(column)]; std::holds_alternative<std::string>(cell) && column != "region") return static_cast<void>(cell = std::to_string(id));
  }

  /// The row's cells, without the version that counts every change.
  Cells cells_at(const Place& place) {
    const store::Table& table = store_->tables().table(place.first);
    Cells cells = store_->read([&](store::Snapshot& snapshot) { return snapshot.find_row(table, store::Scope::country(), place.second); }).value_or(Cells());
    if (const auto version = table.plain_version_position(); version && !cells.empty()) cells[*version] = Cell();
    return cells;
  }
  std::map<Place, Cells> everything(const std::vector<Place>& places) {
    std::map<Place, Cells> all;
    for (const Place& place : places) all[place] = cells_at(place);
    return all;
  }

  feeds::PersonMerge merge(Id<Resident> kept, Id<Resident> gone) {
    feeds::PersonMerge made;
    const Result<void> done = write([&](store::Writing& writing) -> Result<void> {
      const auto merged = feeds::merge_persons(writing, residents(), kept.number, gone.number, 0, 7);
      if (!merged) return merged.error();
      made = *merged;
      return {};
    });
    EXPECT_TRUE(done) << (done ? "" : done.error().code);
    return made;
  }

  store::TemporaryDirectory directory_;
  SystemClock clock_;
  SecureRandom random_;
  collection::Registers registers_{registry::collections()};
  std::unique_ptr<store::Store> store_;
};
INSTANTIATE_TEST_SUITE_P(House, MergeEverywhere, testing::Values(Database::sqlite, Database::postgresql),
                         [](const auto& which) { return which.param == Database::sqlite ? "sqlite" : "postgresql"; });

}  // namespace

TEST_P(MergeEverywhere, MovesTheRowsOfEveryTableAndUndoneGivesThemBackToTheByte) {
  const Id<Resident> kept = person("李拟兰"), gone = person("李拟蓝");
  std::vector<Place> places = {{"resident", kept.number}, {"resident", gone.number}};
  std::vector<std::pair<Place, std::string>> named;
  for (const feeds::PlainName& name : names()) named.emplace_back(put_row(name, gone), name.column);
  for (const auto& [place, column] : named) places.push_back(place);
  const std::map<Place, Cells> before = everything(places);

  const feeds::PersonMerge merged = merge(kept, gone);
  for (const auto& [place, column] : named)
    EXPECT_EQ(cells_at(place).at(store_->tables().table(place.first).plain_position(column)), Cell(kept.number)) << place.first << "." << column;

  ASSERT_TRUE(write([&](store::Writing& writing) { return feeds::part_persons(writing, residents(), merged.id, 7); }));
  const std::map<Place, Cells> after = everything(places);
  for (const auto& [place, cells] : before) EXPECT_EQ(after.at(place), cells) << place.first;
}

TEST_P(MergeEverywhere, AFileOfAnotherRegisterWithTheSameNumberStays) {
  const Id<Resident> kept = person("李拟兰"), gone = person("李拟蓝");
  for (const feeds::PlainName& name : names()) {
    if (name.register_column.empty()) continue;
    const Place place = put_row(name, gone);
    const store::Table& table = *name.table;
    Cells cells = cells_at(place);
    cells[table.plain_position(name.register_column)] = std::string("institution");
    ASSERT_TRUE(write([&](store::Writing& writing) -> Result<void> {
      writing.update_row(table, cells);
      return {};
    }));
  }
  const feeds::PersonMerge merged = merge(kept, gone);
  EXPECT_EQ(merged.moved, "[]");
}

TEST(MergeNames, EveryPlainNumberCalledLikeAPersonIsMovedOrSaidToStay) {
  const store::Catalog catalog(all_tables({}));
  std::set<std::pair<std::string, std::string>> known = {
      // They name rows of the run's frozen facts.
      {"subsidy_payment", "subject"}, {"undecided_claim", "subject"}, {"payment_correction", "subject"},
      // A household, a residence or an institution.
      {"address_match", "subject"}};
  for (const feeds::PlainName& name : feeds::plain_names(catalog, "resident")) known.emplace(name.table->name(), name.column);
  const std::set<std::string> like_a_person = {"resident", "person", "other", "subject", "record_id", "owner", "household", "child", "elder", "applicant", "beneficiary", "patient", "guardian"};
  for (const auto& [name, table] : catalog.tables()) {
    std::set<std::string> described;
    for (const record::Reference& reference : table.definition().references) described.insert(reference.column);
    for (const record::Column& column : table.definition().columns) {
      const bool plain = column.kind == record::CellKind::integer && !described.contains(column.name);
      EXPECT_TRUE(!plain || !like_a_person.contains(column.name) || known.contains({name, column.name})) << name << "." << column.name;
    }
  }
}

}  // namespace laoyou::app
