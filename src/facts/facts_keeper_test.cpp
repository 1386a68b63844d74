#include "facts/facts_keeper.h"

#include <gmock/gmock.h>

#include <cstdlib>

#include "registry/registers.h"
#include "store/testing/postgres_server.h"
#include "store/testing/temporary_directory.h"

namespace laoyou::facts {
namespace {

using namespace registry;

constexpr std::chrono::seconds k_patience{60};
const store::Actor k_actor{7, "web", "request"};

record::Extension field(std::string record, std::string name, record::ExtensionKind kind, record::Privacy privacy = record::Privacy::internal) {
  record::Extension made;
  made.record = record;
  made.kind = kind;
  made.entry = {std::move(record), "x_town_" + name, name, name, "", "2", privacy, record::Mask::all};
  if (kind == record::ExtensionKind::choice) made.choices = {{"own", "自营", "Own"}, {"leased", "委托", "Leased"}};
  return made;
}

/// What a plan adds to some registers: every kind of value, one of them sealed.
const std::vector<record::Extension>& fields_of_a_plan() {
  using record::ExtensionKind;
  static const std::vector<record::Extension> fields{
      field("institution", "scheme", ExtensionKind::choice),
      field("bed", "number", ExtensionKind::whole),
      field("institution", "meals", ExtensionKind::money),
      field("institution", "opened", ExtensionKind::day),
      field("institution", "note", ExtensionKind::text),
      field("institution", "contact", ExtensionKind::text, record::Privacy::sensitive),
      field("resident", "points", ExtensionKind::decimal, record::Privacy::sensitive),
      field("visit", "way", ExtensionKind::minutes),
      field("institution", "term", ExtensionKind::period),
      field("bed", "home", ExtensionKind::region),
      field("bed", "window", ExtensionKind::yes_no),
      field("institution", "code", ExtensionKind::credit_code),
  };
  return fields;
}

std::shared_ptr<const registry::FactsLayout> layout() {
  static const auto made = std::make_shared<const registry::FactsLayout>(fields_of_a_plan());
  return made;
}

std::vector<store::TableDefinition> all_tables() {
  auto tables = registry::with_registers([]<class... Register>() { return std::vector<store::TableDefinition>{store::table<Register>()..., store::follower_table()}; });
  for (const record::Extension& each : fields_of_a_plan())
    for (store::TableDefinition& table : tables)
      if (table.name == each.record) table.extend(each);
  return tables;
}

/// One server with its registers followed.
struct Server {
  Server(store::StoreOptions options, const Clock& clock, Random& random)
      : store(store::Store::open(std::move(options), clock, random, all_tables())), follower(*store), keeper(*store, follower, layout()) {
    follower.start();
  }
  bool caught_up() { return follower.wait_for(store->journal_head(), k_patience); }
  void write(store::Command command) { EXPECT_TRUE(store->write(k_actor, std::move(command)).result()); }

  std::unique_ptr<store::Store> store;
  store::Follower follower;
  FactsKeeper keeper;
};

class AFactsKeeper : public testing::TestWithParam<store::DatabaseKind> {
 protected:
  AFactsKeeper() {
    options.database = GetParam() == store::DatabaseKind::sqlite ? "sqlite:" + (directory.path() / "laoyou.db").string() : store::PostgresServer::shared().new_schema();
    options.key_file = directory.path() / "laoyou.key";
  }
  store::TemporaryDirectory directory;
  SystemClock clock;
  SecureRandom random;
  store::StoreOptions options;
};
INSTANTIATE_TEST_SUITE_P(Facts, AFactsKeeper, testing::Values(store::DatabaseKind::sqlite, store::DatabaseKind::postgresql), [](const auto& parameter) {
  return parameter.param == store::DatabaseKind::sqlite ? "sqlite" : "postgresql";
});

/// Every row of every register as text, in the order of ids: what does not depend on the history of the columns.
std::vector<std::string> rows_of(const FactsKeeper& keeper) {
  return keeper.read([](const rules::Facts& facts, const FactsMoment&) {
    std::vector<std::string> rows;
    const rules::Schema& schema = layout()->schema();
    for (std::size_t record = 0; record < schema.records.size(); ++record)
      for (std::size_t row = 0; row < facts.tables[record].rows(); ++row) {
        std::string text = schema.records[record].name;
        for (int field = 0; field < facts.tables[record].fields(); ++field) {
          const rules::Value value = facts.tables[record].column(field).at(row);
          const bool is_text = schema.records[record].fields[static_cast<std::size_t>(field)].type.kind == rules::Kind::text;
          text += " " + (!value ? "-" : is_text ? facts.texts.at(*value) : std::to_string(*value));
        }
        rows.push_back(std::move(text));
      }
    std::sort(rows.begin(), rows.end());
    return rows;
  });
}

RegionCode some_region(SeededRandom& chance) {
  static const std::vector<std::string> codes{"450203001001", "450203002000", "450204001001", "650203001001", "000000000000"};
  return RegionCode::parse(codes[chance.below(codes.size())]).value();
}

template <class T>
std::optional<T> maybe(SeededRandom& chance, T value) {
  return chance.below(3) == 0 ? std::nullopt : std::optional<T>(value);
}

void fill(Institution& made, SeededRandom& chance) {
  made.name = "院" + std::to_string(chance.below(5));
  made.kind = static_cast<InstitutionKind>(chance.below(16));
  made.stars = maybe(chance, static_cast<std::int32_t>(chance.below(5) + 1));
  made.floor_area_m2 = maybe(chance, Decimal::from_millionths(static_cast<std::int64_t>(chance.below(9'000'000'000))));
}
void fill(Bed& made, SeededRandom& chance) {
  made.nursing = maybe(chance, chance.below(2) == 0);
  made.opened = maybe(chance, Date::from_days(static_cast<std::int64_t>(19'000 + chance.below(2000))));
}
void fill(Resident& made, SeededRandom& chance) {
  made.name = "张三";
  made.born = maybe(chance, Date::from_days(static_cast<std::int64_t>(chance.below(19'000)) - 15'000));
  made.hardship.lives_alone = maybe(chance, chance.below(2) == 0);
}
void fill(Locality& made, SeededRandom& chance) {
  // One in ten is a number that no rule can reckon with.
  made.population = maybe(chance, static_cast<std::int64_t>(chance.below(10) == 0 ? 9'000'000'000'000'000 : chance.below(100'000)));
}
void fill(Visit& made, SeededRandom& chance) {
  made.day = Date::from_days(static_cast<std::int64_t>(20'000 + chance.below(400)));
  made.length = maybe(chance, Minutes::create(static_cast<std::int64_t>(chance.below(120))).value());
}

record::Cell some_cell(const record::Extension& extension, SeededRandom& chance) {
  using record::ExtensionKind;
  if (chance.below(3) == 0) return {};
  switch (extension.kind) {
    case ExtensionKind::choice: return std::string(std::vector<const char*>{"own", "leased", "what_the_plan_names_no_more"}[chance.below(3)]);
    case ExtensionKind::day: return Date::from_days(static_cast<std::int64_t>(19'000 + chance.below(2000))).text();
    case ExtensionKind::period: return Period::month(2024, static_cast<int>(1 + chance.below(12))).text();
    case ExtensionKind::region: return std::string("450203001001");
    case ExtensionKind::yes_no: return static_cast<std::int64_t>(chance.below(2));
    case ExtensionKind::credit_code: return std::string("91450200MA5K000000");
    case ExtensionKind::text: return "注" + std::to_string(chance.below(50));
    // One in ten is a number that no rule can reckon with.
    case ExtensionKind::money: return static_cast<std::int64_t>(chance.below(10) == 0 ? 90'000'000'000'000'000 : chance.below(900'000));
    default: return static_cast<std::int64_t>(chance.below(900));
  }
}

/// What the plan adds to some record of T is another then.
template <record::Described T>
void change_what_plans_add(store::Writing& writing, SeededRandom& chance) {
  const store::Table& table = writing.catalog().table(record::record_name<T>());
  std::vector<record::Cell> cells;
  writing.each_row(table, store::Scope::country(), store::Filter().page(static_cast<std::int64_t>(chance.below(20)), 1), [&](store::Row row) { cells.assign(row.begin(), row.end()); });
  if (cells.empty()) return;
  for (const record::Extension& each : fields_of_a_plan())
    if (each.record == table.name()) cells[table.plain_position(each.entry.field)] = some_cell(each, chance);
  writing.update_row(table, cells);
}

/// One insert, update or removal of some record of T.
template <record::Described T>
void change_one(store::Writing& writing, SeededRandom& chance) {
  const auto all = chance.below(2) == 0 ? std::vector<T>() : writing.select<T>(store::Scope::country(), store::Filter().page(static_cast<std::int64_t>(chance.below(20)), 1));
  if (all.empty()) {
    T made;
    made.id = writing.new_id<T>();
    made.region = some_region(chance);
    fill(made, chance);
    return writing.insert(made);
  }
  T changed = all.front();
  if (chance.below(3) == 0) return writing.remove(changed.id);
  fill(changed, chance);
  changed.region = some_region(chance);
  writing.update(changed);
}

void change_some_of_plans(store::Writing& writing, SeededRandom& chance) {
  switch (chance.below(4)) {
    case 0: return change_what_plans_add<Institution>(writing, chance);
    case 1: return change_what_plans_add<Bed>(writing, chance);
    case 2: return change_what_plans_add<Resident>(writing, chance);
    default: return change_what_plans_add<Visit>(writing, chance);
  }
}

void change_some(store::Writing& writing, SeededRandom& chance) {
  if (chance.below(3) == 0) return change_some_of_plans(writing, chance);
  switch (chance.below(5)) {
    case 0: return change_one<Institution>(writing, chance);
    case 1: return change_one<Bed>(writing, chance);
    case 2: return change_one<Resident>(writing, chance);
    case 3: return change_one<Locality>(writing, chance);
    default: return change_one<Visit>(writing, chance);
  }
}

/// A command makes fifteen changes on average. LAOYOU_FACTS_CHANGES=100000 for the long run.
int wanted_commands() {
  const char* const changes = std::getenv("LAOYOU_FACTS_CHANGES");
  return changes == nullptr ? 180 : std::max(1, std::atoi(changes) / 15);
}

TEST_P(AFactsKeeper, has_after_random_changes_the_facts_that_one_made_afresh_has) {
  Server server(options, clock, random);
  SeededRandom chance(3);
  for (int commands = wanted_commands(); commands > 0; --commands)
    server.write([&](store::Writing& writing) -> Result<void> {
      for (std::uint64_t changes = chance.below(30); changes > 0; --changes) change_some(writing, chance);
      return {};
    });
  ASSERT_TRUE(server.caught_up());
  store::Follower other(*server.store);
  const FactsKeeper afresh(*server.store, other, layout());
  EXPECT_EQ(rows_of(server.keeper), rows_of(afresh));
  EXPECT_GT(rows_of(afresh).size(), 200u);
  EXPECT_EQ(server.keeper.left_out(), afresh.left_out());
  EXPECT_GT(afresh.left_out(), 3u);
  EXPECT_EQ(server.keeper.sequence(), server.store->journal_head());
}

/// Totals over one register, over two, and over one reached from another.
std::shared_ptr<const rules::Book> some_totals() {
  rules::BookSource source{RegionCode::parse("000000000000").value(), std::nullopt, std::nullopt, {}, {}};
  for (const auto& [key, expression] : std::vector<std::pair<std::string, std::string>>{{"beds", "count(bed)"},
                                                                                       {"nursing", "share(nursing of bed)"},
                                                                                       {"starred", "count(bed where institution.stars > 2)"},
                                                                                       {"per_thousand", "count(bed) * 1000 / sum(population of locality)"},
                                                                                       {"visits", "count(visit where day in period)"},
                                                                                       {"leased", "count(institution where x_town_scheme = leased)"},
                                                                                       {"windows", "share(x_town_window of bed where institution.x_town_scheme = 自营)"},
                                                                                       {"way", "sum(x_town_way of visit)"},
                                                                                       {"numbers", "avg(x_town_number of bed)"}}) {
    rules::RuleSource rule;
    rule.key = rule.name = key;
    rule.expression.text = expression;
    source.rules.push_back(rule);
  }
  return rules::check(source, layout()->schema()).value();
}

std::string text_of(const PlaceTotals& all) {
  std::string text;
  for (const auto& [place, totals] : all)
    for (const PlaceTotal& total : totals)
      text += place.text() + (total.value ? " " + total.value->text() : " -") + " " + std::to_string(total.counted) + " " + std::to_string(total.undecided) + "\n";
  return text;
}

TEST_P(AFactsKeeper, gives_the_totals_it_kept_only_as_long_as_they_are_those_of_now) {
  Server server(options, clock, random);
  SeededRandom chance(5);
  const auto book = some_totals();
  const std::vector<int> rules{0, 1, 2, 3, 4, 5, 6, 7, 8};
  const std::vector<RegionCode> counties{RegionCode::parse("450203000000").value(), RegionCode::parse("450204000000").value(), RegionCode::parse("650203000000").value()};
  for (int command = 0; command < 60; ++command) {
    server.write([&](store::Writing& writing) -> Result<void> {
      change_some(writing, chance);
      return {};
    });
    ASSERT_TRUE(server.caught_up());
    for (const Period& period : {Period::year(2024), Period::year(2025)}) {
      const std::string afresh = server.keeper.read([&](const rules::Facts& facts, const FactsMoment&) { return text_of(place_totals(facts, *book, period, rules, counties)); });
      EXPECT_EQ(server.keeper.read_totals([&](const TotalsOf& totals, const FactsMoment&) { return text_of(totals(book, period, rules, counties)); }), afresh);
    }
  }
}

TEST_P(AFactsKeeper, changes_the_number_of_a_book_only_for_what_its_totals_look_at) {
  Server server(options, clock, random);
  const auto book = some_totals();
  const std::int64_t before = server.keeper.changed_at(book);
  server.write([](store::Writing& writing) -> Result<void> {
    Resident resident;
    resident.id = writing.new_id<Resident>();
    resident.name = "张三";
    writing.insert(resident);
    return {};
  });
  ASSERT_TRUE(server.caught_up());
  EXPECT_EQ(server.keeper.changed_at(book), before);
  server.write([](store::Writing& writing) -> Result<void> {
    Institution reached;
    reached.id = writing.new_id<Institution>();
    reached.name = "一家";
    writing.insert(reached);
    return {};
  });
  ASSERT_TRUE(server.caught_up());
  EXPECT_GT(server.keeper.changed_at(book), before);
}

TEST_P(AFactsKeeper, changes_its_number_for_registers_and_for_nothing_else) {
  Server server(options, clock, random);
  server.write([](store::Writing& writing) -> Result<void> {
    Bed bed;
    bed.id = writing.new_id<Bed>();
    writing.insert(bed);
    return {};
  });
  ASSERT_TRUE(server.caught_up());
  const std::int64_t with_bed = server.keeper.changed_at();
  server.write([](store::Writing& writing) -> Result<void> {
    writing.insert(store::FollowerPosition{writing.new_id<store::FollowerPosition>(), {}, "somebody", 1});
    return {};
  });
  ASSERT_TRUE(server.caught_up());
  EXPECT_EQ(server.keeper.changed_at(), with_bed);
  EXPECT_EQ(server.keeper.sequence(), with_bed + 1);
}

TEST(FactsOfTwoServers, ChangesThroughOneServerReachTheOther) {
  const store::TemporaryDirectory directory;
  const SystemClock clock;
  SecureRandom random;
  store::StoreOptions options;
  options.database = store::PostgresServer::shared().new_schema();
  options.key_file = directory.path() / "laoyou.key";
  options.node = 1;
  Server one(options, clock, random);
  options.node = 2;
  Server two(options, clock, random);
  SeededRandom chance(9);
  for (int i = 0; i < 20; ++i)
    (i % 2 == 0 ? one : two).write([&](store::Writing& writing) -> Result<void> {
      for (int changes = 0; changes < 20; ++changes) change_some(writing, chance);
      return {};
    });
  ASSERT_TRUE(one.caught_up());
  ASSERT_TRUE(two.caught_up());
  EXPECT_EQ(rows_of(one.keeper), rows_of(two.keeper));
  EXPECT_GT(rows_of(one.keeper).size(), 50u);
}

}  // namespace
}  // namespace laoyou::facts
