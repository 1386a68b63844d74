#include "funds/frozen_facts.h"

#include "funds/testing/small_city.h"
#include "registry/facts.h"

namespace laoyou::funds {
namespace {

using rules::Value;

class TheFactsOfARun : public ::testing::Test {
 protected:
  int field(const char* name) const { return kind.find(name); }

  /// So many people in this order; each fact missing now and then, the income of everybody where `incomes` is false.
  rules::Facts people(const std::vector<std::int64_t>& ids, bool incomes = true) const {
    rules::Facts facts(schema);
    std::vector<Value> values(kind.fields.size());
    for (const std::int64_t id : ids) {
      values[at("id")] = id;
      values[at("region")] = 650202000000 + id % 7 * 1000;
      values[at("born")] = id % 5 == 0 ? Value() : Value(-9000 + 3 * id);
      values[at("monthly_income")] = !incomes || id % 3 == 0 ? Value() : Value(70'000 * id);
      values[at("care_grade")] = id % 4 == 0 ? Value() : Value(id % 3);
      facts.tables[record].append(values);
    }
    return facts;
  }
  std::size_t at(const char* name) const { return static_cast<std::size_t>(field(name)); }

  const rules::Schema& schema = registry::facts_schema();
  const std::size_t record = static_cast<std::size_t>(schema.find_record("resident"));
  const rules::RecordKind& kind = schema.records[record];
  const FieldsRead read{{static_cast<int>(record), {field("id"), field("region"), field("born"), field("monthly_income"), field("care_grade")}}};
};

TEST_F(TheFactsOfARun, GiveBackEveryValueAndWhatIsMissing) {
  const rules::Facts facts = people({1, 2, 3, 4, 5, 6, 9, 12, 15, 60, 90'000});
  const rules::Facts again = unpack_facts(pack_facts(freeze(facts, schema, read), schema, read), schema).value();
  const rules::Table &then = facts.tables[record], &now = again.tables[record];
  ASSERT_EQ(now.rows(), then.rows());
  for (std::size_t row = 0; row < then.rows(); ++row) {
    for (const int each : read.at(static_cast<int>(record))) EXPECT_EQ(now.column(each).at(row), then.column(each).at(row)) << each << " of row " << row;
    EXPECT_EQ(now.column(field("hukou")).at(row), Value()) << "what no rule reads is not kept";
    EXPECT_EQ(now.find(*then.column(field("id")).at(row)), static_cast<std::int64_t>(row));
  }
}

TEST_F(TheFactsOfARun, AreTheSameBytesInWhateverOrderTheRowsCame) {
  EXPECT_EQ(pack_facts(freeze(people({1, 2, 3, 4, 5}), schema, read), schema, read), pack_facts(freeze(people({4, 1, 5, 3, 2}), schema, read), schema, read));
}

TEST_F(TheFactsOfARun, MayHaveNobodyAndMayKnowNothingOfAField) {
  EXPECT_EQ(unpack_facts(pack_facts(freeze(people({}), schema, read), schema, read), schema).value().tables[record].rows(), 0U);
  const rules::Facts again = unpack_facts(pack_facts(freeze(people({1, 2}, false), schema, read), schema, read), schema).value();
  EXPECT_EQ(again.tables[record].column(field("monthly_income")).at(1), Value());
  EXPECT_EQ(again.tables[record].column(field("born")).at(1), Value(-8994));
}

class WhatARunLooksAt : public testing::ACity {};
INSTANTIATE_TEST_SUITE_P(Funds, WhatARunLooksAt, ::testing::Values(store::DatabaseKind::sqlite, store::DatabaseKind::postgresql), testing::database_name);

TEST_P(WhatARunLooksAt, GivesTheSameRunAsAllRegistersDo) {
  city.person("甲", "1940-05-01");
  city.person("乙", "1930-05-01", "650204001001");
  const auto subsidy = subsidy_rules(*testing::karamay()->book, paid_subsidy(*testing::karamay(), "high_age_allowance").value()).value();
  const FieldsRead needed = fields_needed(*testing::karamay()->book, subsidy, city.store().tables());
  const std::int64_t head = city.store().journal_head();
  const rules::Facts some = city.store().read([&](store::Snapshot& snapshot) { return facts_as_of(snapshot, head, *testing::karamay()->facts_layout, needed); });
  const PreparedRun of_some = prepare_run(city.store(), city.question("2025-06"), some, head).value();
  EXPECT_EQ(of_some.inputs, city.prepared("2025-06").inputs);
  EXPECT_EQ(of_some.calculation.file, city.prepared("2025-06").calculation.file);
}

TEST_P(WhatARunLooksAt, HasEveryDayOfARecordSinceAnEarlierRuleMayHaveReadIt) {
  const auto subsidy = subsidy_rules(*testing::karamay()->book, paid_subsidy(*testing::karamay(), "high_age_allowance").value()).value();
  const FieldsRead needed = fields_needed(*testing::karamay()->book, subsidy, city.store().tables());
  const rules::RecordKind& kind = registry::facts_schema().records[static_cast<std::size_t>(subsidy.record)];
  for (std::size_t field = 0; field < kind.fields.size(); ++field)
    if (kind.fields[field].type.kind == rules::Kind::date) EXPECT_TRUE(needed.at(subsidy.record).contains(static_cast<int>(field))) << kind.fields[field].name;
}

}  // namespace
}  // namespace laoyou::funds
