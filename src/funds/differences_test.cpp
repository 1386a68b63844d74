#include "funds/differences.h"

#include <gmock/gmock.h>

#include "funds/frozen_facts.h"
#include "funds/testing/small_city.h"
#include "registry/facts.h"
#include "rules/testing/example_facts.h"

namespace laoyou::funds {
namespace {

using rules::Value;

const std::vector<std::string> k_subsidies{"high_age_allowance", "nursing_allowance", "care_subsidy"};

/// People of random facts; `seed` alone decides them.
rules::Facts some_people(SeededRandom& random, std::size_t people) {
  const rules::Schema& schema = registry::facts_schema();
  const int record = schema.find_record("resident");
  const rules::RecordKind& kind = schema.records[static_cast<std::size_t>(record)];
  rules::Facts facts(schema);
  for (std::size_t i = 0; i < people; ++i) {
    std::vector<Value> values;
    for (std::size_t field = 0; field < kind.fields.size(); ++field) {
      const bool missing = random.below(5) == 0;
      values.push_back(missing ? Value() : Value(rules::testing::random_value(schema, kind.fields[field].type, facts, random, 3, rules::testing::Spread::usual)));
    }
    values[static_cast<std::size_t>(kind.id_field)] = static_cast<std::int64_t>(1000 + i);
    values[static_cast<std::size_t>(kind.region_field)] = random.below(2) == 0 ? 650203001001 : 650204001001;
    values[static_cast<std::size_t>(kind.find("hukou"))] = 650203000000;
    values[static_cast<std::size_t>(kind.find("born"))] = random.below(8) == 0 ? Value() : Value(-20'000 + static_cast<std::int64_t>(random.below(20'000)));
    values[static_cast<std::size_t>(kind.find("moved_out"))] = random.below(6) == 0 ? Value(20'000 + static_cast<std::int64_t>(random.below(500))) : Value();
    facts.tables[static_cast<std::size_t>(record)].append(values);
  }
  return facts;
}

/// The same people with some facts others, some gone, some new.
rules::Facts changed_people(const rules::Facts& before, SeededRandom& random) {
  const rules::Schema& schema = registry::facts_schema();
  const int record = schema.find_record("resident");
  rules::Facts after = some_people(random, before.tables[static_cast<std::size_t>(record)].rows() + 3);
  rules::Table& table = after.tables[static_cast<std::size_t>(record)];
  const rules::Table& old_table = before.tables[static_cast<std::size_t>(record)];
  for (std::size_t row = 0; row < old_table.rows(); ++row) {
    const Value id = old_table.column(0).at(row);
    const std::int64_t at = table.find(*id);
    for (int field = 0; field < table.fields(); ++field)
      if (random.below(20) != 0 && table.column(field).type().kind != rules::Kind::text) table.column(field).set(static_cast<std::size_t>(at), old_table.column(field).at(row));
    if (random.below(10) == 0) table.remove(*id);
  }
  return after;
}

std::map<std::int64_t, std::int64_t> amounts(const RunInputs& run, RegionCode place) {
  std::map<std::int64_t, std::int64_t> all;
  for (const Entitlement& each : entitlements(run.book, run.facts, run.period, run.subsidy, place).paid) all[each.subject] = each.amount.count();
  return all;
}

/// The book with one amount of the parameter another.
std::shared_ptr<const rules::Book> other_rules(SeededRandom& random) {
  auto book = std::make_shared<rules::Book>(*testing::karamay()->book);
  for (rules::Parameter& parameter : book->parameters)
    if (parameter.key.ends_with("_amount") && random.below(2) == 0)
      for (rules::DatedValue& value : parameter.values)
        for (rules::DatedValue::Row& row : value.rows) row.value += 1000;
  return book;
}

}  // namespace

TEST(Differences, OfRandomPairsOfMonthsHaveReasonsThatAddUpAndLeadFromTheOldRunToTheNew) {
  const RegionCode place = testing::region("650200000000");
  for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
    SeededRandom random(seed);
    const rules::Facts before = some_people(random, 12), after = changed_people(before, random);
    const auto old_book = testing::karamay()->book, new_book = random.below(3) == 0 ? other_rules(random) : old_book;
    plan::PaidSubsidy paid;
    paid.subsidy = k_subsidies[random.below(k_subsidies.size())];
    const SubsidyRules subsidy = subsidy_rules(*old_book, paid).value();
    const Period first = Period::month(2024, 1 + static_cast<int>(random.below(12))), second = Period::month(2024 + static_cast<int>(random.below(2)), 1 + static_cast<int>(random.below(12)));
    const RunInputs one{*old_book, before, first, subsidy}, other{*new_book, after, second, subsidy};
    std::map<std::int64_t, std::int64_t> reached = amounts(one, place);
    for (const Difference& difference : differences(one, other, place)) {
      std::int64_t sum = 0;
      for (const Step& step : difference.steps) sum += step.change.count();
      ASSERT_EQ(sum, difference.after.count() - difference.before.count()) << "seed " << seed;
      reached[difference.subject] += sum;
    }
    std::erase_if(reached, [](const auto& each) { return each.second == 0; });
    ASSERT_EQ(reached, amounts(other, place)) << "seed " << seed;
  }
}

TEST(Differences, SayWhichFactIsAnother) {
  SeededRandom random(7);
  const rules::Schema& schema = registry::facts_schema();
  const auto record = static_cast<std::size_t>(schema.find_record("resident"));
  const auto people = [&](std::string_view grade) {
    rules::Facts facts(schema);
    std::vector<Value> values(schema.records[record].fields.size());
    const auto set = [&](const char* field, std::int64_t value) { values[static_cast<std::size_t>(schema.records[record].find(field))] = value; };
    set("id", 1);
    set("region", 650203001001);
    set("born", -10'000);
    set("monthly_income", 80'000);
    set("care_grade", schema.code_lists[static_cast<std::size_t>(schema.find_code_list("care_grade"))].find(grade));
    facts.tables[record].append(values);
    return facts;
  };
  const rules::Facts before = people("moderate"), after = people("severe");
  plan::PaidSubsidy paid;
  paid.subsidy = "nursing_allowance";
  const auto book = testing::karamay()->book;
  const SubsidyRules subsidy = subsidy_rules(*book, paid).value();
  const auto found = differences({*book, before, Period::month(2025, 5), subsidy}, {*book, after, Period::month(2025, 6), subsidy}, testing::region("650200000000"));
  ASSERT_EQ(found.size(), 1U);
  ASSERT_EQ(found[0].steps.size(), 1U);
  EXPECT_EQ(found[0].steps[0].reason, Reason::fact);
  EXPECT_EQ(found[0].steps[0].change, testing::yuan(100));
  ASSERT_EQ(found[0].steps[0].facts.size(), 1U);
  EXPECT_EQ(found[0].steps[0].facts[0].field, "resident.care_grade");
}

TEST(FrozenFacts, AreTheSameBytesWhateverTheOrderOfRowsAndGiveTheSameAmountsBack) {
  const auto book = testing::karamay()->book;
  const rules::Schema& schema = registry::facts_schema();
  plan::PaidSubsidy paid;
  paid.subsidy = "nursing_allowance";
  const SubsidyRules subsidy = subsidy_rules(*book, paid).value();
  const FieldsRead read = fields_read(*book, subsidy.amount);
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    SeededRandom random(seed);
    const rules::Facts facts = some_people(random, 200);
    rules::Facts shuffled = freeze(facts, schema, read);
    rules::Table& table = shuffled.tables[static_cast<std::size_t>(subsidy.record)];
    std::vector<Value> first(static_cast<std::size_t>(table.fields()));
    for (int field = 0; field < table.fields(); ++field) first[static_cast<std::size_t>(field)] = table.column(field).at(0);
    ASSERT_TRUE(table.remove(*first[0]));
    table.append(first);
    const std::string bytes = pack_facts(freeze(facts, schema, read), schema, read);
    ASSERT_EQ(pack_facts(freeze(shuffled, schema, read), schema, read), bytes);
    const rules::Facts back = unpack_facts(bytes, schema).value();
    const RegionCode place = testing::region("650200000000");
    ASSERT_EQ(entitlements(*book, back, Period::month(2025, 6), subsidy, place).paid, entitlements(*book, facts, Period::month(2025, 6), subsidy, place).paid);
  }
}

TEST(FrozenFacts, ThatAreDamagedAreRefusedNeverMisread) {
  const auto book = testing::karamay()->book;
  const rules::Schema& schema = registry::facts_schema();
  plan::PaidSubsidy paid;
  paid.subsidy = "high_age_allowance";
  const FieldsRead read = fields_read(*book, subsidy_rules(*book, paid).value().amount);
  SeededRandom random(3);
  const std::string bytes = pack_facts(freeze(some_people(random, 30), schema, read), schema, read);
  for (std::size_t cut = 0; cut < bytes.size(); cut += 7) EXPECT_FALSE(unpack_facts(std::string_view(bytes).substr(0, cut), schema));
  std::string turned = bytes;
  turned[bytes.size() / 2] = static_cast<char>(turned[bytes.size() / 2] ^ 1);
  EXPECT_FALSE(unpack_facts(turned, schema));
}

}  // namespace laoyou::funds
