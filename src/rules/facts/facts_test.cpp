#include "rules/facts/facts.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>

#include "base/random.h"
#include "rules/facts/derived_facts.h"

namespace laoyou::rules {
namespace {

Schema people() {
  Schema schema;
  schema.records = {{"person", "", "", {{"id", {Kind::id, 0}, "", ""}, {"region", {Kind::region, -1}, "", ""}, {"age", {Kind::integer, -1}, "", ""}, {"home", {Kind::id, 1}, "", ""}}, 0, 1},
                    {"home", "", "", {{"id", {Kind::id, 1}, "", ""}}, 0, -1}};
  return schema;
}

Value random_number(SeededRandom& random) {
  constexpr std::int64_t k_reach[] = {2, 200, 60'000, 2'000'000'000, 1'000'000'000'000'000};
  if (random.below(5) == 0) return {};
  const std::int64_t reach = k_reach[random.below(5)];
  return static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(reach))) - (random.below(4) == 0 ? reach / 2 : 0);
}

TEST(Facts, EqualTextsHaveOnePosition) {
  TextPool texts;
  EXPECT_EQ(texts.intern("甲"), 0);
  EXPECT_EQ(texts.intern("乙"), 1);
  EXPECT_EQ(texts.intern("甲"), 0);
  EXPECT_EQ(texts.find("乙"), 1);
  EXPECT_EQ(texts.find("丙"), -1);
  EXPECT_EQ(texts.at(1), "乙");
}

TEST(Facts, AColumnTakesTheNarrowestWidthThatHoldsItsValues) {
  Column column({Kind::integer, -1});
  const auto width_after = [&column](std::int64_t value) {
    column.append(value);
    return column.width();
  };
  EXPECT_EQ(width_after(255), Width::u8);
  EXPECT_EQ(width_after(256), Width::u16);
  EXPECT_EQ(width_after(-1), Width::i32);
  EXPECT_EQ(width_after(3'000'000'000), Width::i64);
  EXPECT_EQ(column.at(0), 255);
  EXPECT_EQ(column.at(1), 256);
  EXPECT_EQ(column.at(2), -1);
  EXPECT_EQ(column.least(), -1);
  EXPECT_EQ(column.greatest(), 3'000'000'000);
}

TEST(Facts, LeastAndGreatestLeaveMissingValuesOut) {
  Column column({Kind::integer, -1});
  column.append({});
  column.append(7);
  EXPECT_EQ(column.least(), 7);
  EXPECT_EQ(column.greatest(), 7);
  EXPECT_TRUE(column.has_missing());
  EXPECT_EQ(column.data<std::uint8_t>()[0], 0);
}

TEST(Facts, AColumnWithoutMissingValuesHasNoValidityWords) {
  Column column({Kind::integer, -1});
  column.append(1);
  EXPECT_EQ(column.validity(), nullptr);
  column.append({});
  ASSERT_NE(column.validity(), nullptr);
  EXPECT_EQ(*column.validity(), 1u);
  column.set(1, 5);
  EXPECT_EQ(column.validity(), nullptr);
}

RC_GTEST_PROP(Facts, AColumnHoldsWhatAVectorOfOptionalsHolds, (std::uint64_t seed)) {
  SeededRandom random(seed);
  const Kind kind = random.below(2) == 0 ? Kind::integer : Kind::region;
  Column column({kind, -1});
  std::vector<Value> plain;
  const auto value = [&] { return kind == Kind::region && random.below(4) != 0 ? Value(450203000000 + 1000 * static_cast<std::int64_t>(random.below(300))) : random_number(random); };
  for (int step = 0; step < 400; ++step) {
    const std::uint64_t choice = random.below(10);
    if (plain.empty() || choice < 6) {
      plain.push_back(value());
      column.append(plain.back());
    } else if (choice < 8) {
      const std::size_t row = random.below(plain.size());
      plain[row] = value();
      column.set(row, plain[row]);
    } else if (choice == 8) {
      plain.pop_back();
      column.remove_last();
    } else {
      column.settle();
    }
  }
  RC_ASSERT(column.rows() == plain.size());
  RC_ASSERT(column.has_missing() == (std::count(plain.begin(), plain.end(), Value{}) > 0));
  for (std::size_t row = 0; row < plain.size(); ++row) RC_ASSERT(column.at(row) == plain[row]);
  column.settle();
  RC_ASSERT(std::is_sorted(column.dictionary().begin(), column.dictionary().end()));
  for (std::size_t row = 0; row < plain.size(); ++row) RC_ASSERT(column.at(row) == plain[row]);
}

TEST(Facts, RegionsInAnyOrderEndInAnAscendingDictionary) {
  Column column({Kind::region, -1});
  for (std::int64_t row = 0; row < 10'000; ++row) column.append(450203000000 + row * 7919 % 1000);
  column.settle();
  EXPECT_EQ(column.dictionary().size(), 1000u);
  EXPECT_TRUE(std::is_sorted(column.dictionary().begin(), column.dictionary().end()));
  EXPECT_EQ(column.at(1), 450203000000 + 7919 % 1000);
  EXPECT_EQ(column.greatest(), 999);
}

TEST(Facts, AnAssignedColumnIsTheArray) {
  Column ages({Kind::integer, -1});
  const std::uint8_t array[] = {80, 3, 99};
  ages.assign(Width::u8, array, 3);
  EXPECT_EQ(ages.at(2), 99);
  EXPECT_EQ(ages.least(), 3);
  Column regions({Kind::region, -1});
  const std::int64_t codes[] = {450204000000, 450203000000, 450204000000};
  regions.assign(Width::i64, codes, 3);
  EXPECT_EQ(regions.at(0), 450204000000);
  EXPECT_EQ(regions.data<std::uint8_t>()[0], 1);
}

RC_GTEST_PROP(Facts, ATableHoldsWhatAMapByIdHolds, (std::uint64_t seed)) {
  SeededRandom random(seed);
  Table table(people(), 0);
  std::map<std::int64_t, std::vector<Value>> plain;
  for (int step = 0; step < 600; ++step) {
    const std::int64_t id = static_cast<std::int64_t>(random.below(80)) * 4096;
    if (random.below(3) == 0) {
      RC_ASSERT(table.remove(id) == (plain.erase(id) == 1));
    } else {
      plain[id] = {id, 450203000000 + static_cast<std::int64_t>(random.below(20)), random_number(random), random_number(random)};
      table.put(plain[id]);
    }
  }
  RC_ASSERT(table.rows() == plain.size());
  for (const auto& [id, values] : plain) {
    const std::int64_t row = table.find(id);
    RC_ASSERT(row >= 0);
    for (int field = 0; field < table.fields(); ++field)
      RC_ASSERT(table.column(field).at(static_cast<std::size_t>(row)) == values[static_cast<std::size_t>(field)]);
  }
  RC_ASSERT(table.find(1) == -1);
}

TEST(Facts, LinksFollowTheIdsAndChangeWithTheTables) {
  Facts facts(people());
  facts.tables[1].append(std::vector<Value>{10});
  facts.tables[0].append(std::vector<Value>{1, {}, {}, 10});
  facts.tables[0].append(std::vector<Value>{2, {}, {}, 11});
  facts.tables[0].append(std::vector<Value>{3, {}, {}, {}});
  facts.tables[0].append(std::vector<Value>{4, {}, {}, 10});
  EXPECT_EQ(facts.derived().links(facts, 0, 3, 1)->row_of, (std::vector<std::int32_t>{0, -1, -1, 0}));
  const auto related = facts.derived().related(facts, 0, 3, 1);
  EXPECT_EQ(related->first, (std::vector<std::uint32_t>{0, 2}));
  EXPECT_EQ(related->rows, (std::vector<std::uint32_t>{0, 3}));
  facts.tables[1].append(std::vector<Value>{11});
  EXPECT_EQ(facts.derived().links(facts, 0, 3, 1)->row_of, (std::vector<std::int32_t>{0, 1, -1, 0}));
  EXPECT_EQ(facts.derived().related(facts, 0, 3, 1)->first, (std::vector<std::uint32_t>{0, 2, 3}));
}

}  // namespace
}  // namespace laoyou::rules
