#include "plan/folder/target.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "record/row_columns.h"

namespace laoyou::plan {
namespace {

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields;
  std::istringstream rest(line);
  for (std::string field; std::getline(rest, field, '|');) fields.emplace_back(record::trimmed(field));
  return fields;
}

}  // namespace

TEST(Target, GapAndLightAreThoseOfTheTable) {
  std::ifstream table("tests/plans/targets.txt");
  ASSERT_TRUE(table.is_open()) << "run from the repository's folder";
  int rows = 0;
  for (std::string line; std::getline(table, line);) {
    if (line.starts_with('#')) continue;
    SCOPED_TRACE(line);
    const std::vector<std::string> fields = fields_of(line);
    ASSERT_EQ(fields.size(), 5u);
    const Result<Target> target = parse_target(Period::year(2025), fields[0]);
    ASSERT_TRUE(target);
    const Decimal actual = Decimal::parse(fields[2]).value();
    EXPECT_EQ(gap_to(*target, actual).text(), fields[3]);
    EXPECT_EQ(record::Leaf<Light>::to_json_text(light_of(*target, actual, std::stoi(fields[1]))), fields[4]);
    EXPECT_EQ(target->text, fields[0]);
    ++rows;
  }
  EXPECT_GE(rows, 28);
}

TEST(Target, AComparatorAndANumberAreReadApart) {
  const Target span = parse_target(Period::year(2025), "2..4").value();
  EXPECT_EQ(span.comparator, Comparator::within);
  EXPECT_EQ(span.value, Decimal::parse("2").value());
  EXPECT_EQ(span.value_to, Decimal::parse("4").value());
  const Target least = parse_target(Period::year(2025), ">= 60").value();
  EXPECT_EQ(least.comparator, Comparator::at_least);
  EXPECT_FALSE(least.value_to);
}

TEST(Target, ANumberThatDoesNotSayWhetherItIsTheLeastTheMostOrExactIsRefused) {
  for (const char* text : {"7", "100", " 0.5 ", "-3"}) {
    const Result<Target> target = parse_target(Period::year(2025), text);
    ASSERT_FALSE(target) << text;
    EXPECT_EQ(target.error().code, "target.no_sign") << text;
  }
}

TEST(Target, WhatIsNoTargetIsRefused) {
  for (const char* text : {"", ">=", "about 60", ">= 60 %", "60%", "4..2", "..4", "2..", ">= 2..4", "=> 60", "> = 60", "2...4"}) {
    const Result<Target> target = parse_target(Period::year(2025), text);
    ASSERT_FALSE(target) << text;
    EXPECT_EQ(target.error().code, "target.malformed") << text;
  }
}

TEST(Target, EveryComparatorHasTheSignItIsWrittenWith) {
  for (const Comparator comparator : {Comparator::at_least, Comparator::at_most, Comparator::equal, Comparator::more, Comparator::less})
    EXPECT_EQ(parse_target(Period::year(2025), std::string(comparator_sign(comparator)) + " 1").value().comparator, comparator);
  EXPECT_EQ(comparator_sign(Comparator::within), "..");
}

TEST(Target, AGapThatNoNumberCanHoldStaysAtTheEnd) {
  Target target;
  target.comparator = Comparator::at_least;
  target.value = Decimal::from_millionths(INT64_MIN + 1);
  EXPECT_EQ(gap_to(target, Decimal::from_millionths(INT64_MAX)).millionths(), INT64_MAX);
  target.value = Decimal::from_millionths(INT64_MAX);
  EXPECT_EQ(light_of(target, Decimal::from_millionths(INT64_MIN + 1), 10), Light::behind);
}

}  // namespace laoyou::plan
