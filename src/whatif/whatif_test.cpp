#include <gmock/gmock.h>

#include "base/random.h"
#include "plan/stack/library.h"
#include "rules/rows/evaluate.h"
#include "rules/totals/rational.h"
#include "whatif/changes.h"
#include "whatif/compare.h"
#include "whatif/levers.h"

namespace laoyou::whatif {
namespace {

const plan::Library& library() {
  static const std::shared_ptr<const plan::Library> loaded = plan::load_library("plans").value();
  return *loaded;
}
const plan::Plan& karamay() { return *library().find("karamay"); }
const RegionCode k_city = RegionCode::parse("650200000000").value();
const RegionCode k_county = RegionCode::parse("650203000000").value();
const Period k_month = Period::month(2025, 6);

/// People of two counties and of another city, of all ages, some without a birth date.
rules::Facts some_people(std::size_t many) {
  const rules::Schema& schema = karamay().book->schema;
  rules::Facts facts(schema);
  const int record = schema.find_record("resident");
  const rules::RecordKind& kind = schema.records[static_cast<std::size_t>(record)];
  SeededRandom chance(5);
  for (std::size_t i = 0; i < many; ++i) {
    std::vector<rules::Value> values(kind.fields.size());
    const auto put = [&](const char* field, rules::Value value) { values[static_cast<std::size_t>(kind.find(field))] = value; };
    static const std::vector<const char*> places{"650203001001", "650204001001", "450203001001"};
    const RegionCode place = RegionCode::parse(places[chance.below(places.size())]).value();
    put("id", static_cast<std::int64_t>(i + 1));
    put("region", place.number());
    put("hukou", place.number());
    if (chance.below(10) != 0) put("born", Date::parse("1920-01-01").value().days() + static_cast<std::int64_t>(chance.below(30'000)));
    put("synthetic", 1);
    facts.tables[static_cast<std::size_t>(record)].append(values);
  }
  return facts;
}

Variant raised() {
  return {"高龄津贴提高", {{"high_age_allowance_amount", std::nullopt, {{"80..84", "0元"}, {"85..89", "80元"}, {"90..", "150元"}}}}, {}};
}

TEST(Levers, ShowEveryFigureWithItsUnitAndTheTotalsItReaches) {
  const Levers levers = levers_of(karamay(), k_city, k_month);
  const auto lever = std::find_if(levers.parameters.begin(), levers.parameters.end(), [](const Lever& each) { return each.key == "high_age_allowance_amount"; });
  ASSERT_NE(lever, levers.parameters.end());
  EXPECT_TRUE(lever->table);
  ASSERT_EQ(lever->rows.size(), 3u);
  EXPECT_EQ(lever->rows[0].key, "80..89");
  EXPECT_EQ(lever->rows[0].number, Decimal::parse("50").value());
  EXPECT_EQ(lever->rows[0].unit, "元");
  EXPECT_THAT(lever->totals, testing::Contains("high_age_allowance_total"));
  EXPECT_THAT(lever->totals, testing::Not(testing::Contains("running_subsidy_total")));
}

TEST(Changes, AreWhatEachRowBeforeAndAfterAddsUpTo) {
  const rules::Facts facts = some_people(3000);
  const auto what_if = what_if_of(karamay(), raised(), k_month.first_day());
  ASSERT_TRUE(what_if);
  const std::vector<int> touched = touched_totals(*what_if);
  ASSERT_EQ(touched.size(), 1u);
  const auto changes = changes_of(*what_if, facts, {k_month, touched, k_city, RegionLevel::county, 2});
  ASSERT_EQ(changes.size(), 1u);
  ASSERT_TRUE(changes[0].by_rows);

  PlaceChange counted{k_city, rules::rational(0), rules::rational(0), 0, 0, 0, 0};
  const int before = what_if->before->find_rule("high_age_allowance"), after = what_if->after->find_rule("high_age_allowance");
  const int record = what_if->before->rules[static_cast<std::size_t>(before)].record;
  const rules::Table& people = facts.tables[static_cast<std::size_t>(record)];
  const int region = what_if->before->schema.records[static_cast<std::size_t>(record)].region_field;
  for (std::size_t row = 0; row < people.rows(); ++row) {
    if (!k_city.contains(RegionCode::from_number(*people.column(region).at(row)))) continue;
    const rules::Value old_amount = rules::evaluate_row(*what_if->before, facts, k_month, before, row);
    const rules::Value new_amount = rules::evaluate_row(*what_if->after, facts, k_month, after, row);
    counted.before = rules::plus(*counted.before, rules::rational(old_amount.value_or(0)));
    counted.after = rules::plus(*counted.after, rules::rational(new_amount.value_or(0)));
    counted.reach_before += old_amount.value_or(0) != 0 ? 1 : 0;
    counted.reach_after += new_amount.value_or(0) != 0 ? 1 : 0;
    counted.gain += new_amount.value_or(0) > old_amount.value_or(0) ? 1 : 0;
    counted.lose += new_amount.value_or(0) < old_amount.value_or(0) ? 1 : 0;
  }
  EXPECT_GT(counted.gain, 50);
  EXPECT_GT(counted.lose, 50);
  const PlaceChange& whole = changes[0].whole;
  EXPECT_EQ(whole.before, counted.before);
  EXPECT_EQ(whole.after, counted.after);
  EXPECT_EQ(whole.reach_before, counted.reach_before);
  EXPECT_EQ(whole.reach_after, counted.reach_after);
  EXPECT_EQ(whole.gain, counted.gain);
  EXPECT_EQ(whole.lose, counted.lose);
  // The other city is in nobody's sum.
  ASSERT_EQ(changes[0].places.size(), 2u);
  EXPECT_EQ(changes[0].places[0].place, k_county);
  EXPECT_EQ(rules::plus(*changes[0].places[0].after, *changes[0].places[1].after), *whole.after);
}

TEST(Changes, CountWhoeverIsRegisteredWithTheCityItselfInTheWholeAndInNoCounty) {
  rules::Facts facts = some_people(300);
  const rules::Schema& schema = karamay().book->schema;
  const int record = schema.find_record("resident");
  const rules::RecordKind& kind = schema.records[static_cast<std::size_t>(record)];
  std::vector<rules::Value> values(kind.fields.size());
  const auto put = [&](const char* field, rules::Value value) { values[static_cast<std::size_t>(kind.find(field))] = value; };
  put("id", 1'000'000);
  put("region", k_city.number());
  put("hukou", k_city.number());
  put("born", Date::parse("1930-01-01").value().days());
  const auto what_if = what_if_of(karamay(), raised(), k_month.first_day());
  ASSERT_TRUE(what_if);
  const ChangeQuestion question{k_month, touched_totals(*what_if), k_city, RegionLevel::county, 1};
  const auto without = changes_of(*what_if, facts, question);
  facts.tables[static_cast<std::size_t>(record)].append(values);
  const auto with = changes_of(*what_if, facts, question);
  EXPECT_EQ(with[0].whole.reach_after, without[0].whole.reach_after + 1) << "who is paid is reached";
  EXPECT_EQ(with[0].whole.gain, without[0].whole.gain + 1);
  EXPECT_EQ(*with[0].whole.after, rules::plus(*without[0].whole.after, rules::rational(15'000)));
  ASSERT_EQ(with[0].places.size(), without[0].places.size());
  EXPECT_EQ(with[0].places[0].after, without[0].places[0].after);
}

TEST(Changes, OfNothingAreNone) {
  const auto what_if = what_if_of(karamay(), {"现行", {}, {}}, k_month.first_day());
  ASSERT_TRUE(what_if);
  EXPECT_THAT(touched_totals(*what_if), testing::IsEmpty());
  const rules::Facts facts = some_people(300);
  const int total = karamay().book->find_rule("high_age_allowance_total");
  const auto changes = changes_of(*what_if, facts, {k_month, {total}, k_city, RegionLevel::county, 1});
  ASSERT_EQ(changes.size(), 1u);
  EXPECT_EQ(changes[0].whole.before, changes[0].whole.after);
  EXPECT_EQ(changes[0].whole.gain, 0);
  EXPECT_EQ(changes[0].whole.reach_before, changes[0].whole.reach_after);
}

TEST(Variants, WithWrongFiguresSayInWhichChange) {
  Variant wrong = raised();
  wrong.parameters[0].rows[1].value = "80张";
  const auto what_if = what_if_of(karamay(), wrong, k_month.first_day());
  ASSERT_FALSE(what_if);
  EXPECT_THAT(what_if.error().front().place, testing::StartsWith("patch 1"));
  const auto unknown = what_if_of(karamay(), {"", {{"high_age_alowance_amount", std::nullopt, {{"", "1元"}}}}, {}}, k_month.first_day());
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().front().code, "rules.unknown_patch");
}

}  // namespace
}  // namespace laoyou::whatif
