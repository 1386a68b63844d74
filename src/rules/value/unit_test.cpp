#include "rules/value/unit.h"

#include <gtest/gtest.h>

#include <numeric>
#include <set>

#include "rules/value/type.h"

namespace laoyou::rules {
namespace {

std::string canonical(std::string_view name) { return std::string(units()[static_cast<std::size_t>(canonical_unit(find_unit(name)))].name); }

/// How many of `to` one of `from` is.
std::pair<std::int64_t, std::int64_t> factor(std::string_view from, std::string_view to) {
  const Unit& one = units()[static_cast<std::size_t>(find_unit(from))];
  const Unit& other = units()[static_cast<std::size_t>(find_unit(to))];
  EXPECT_EQ(one.dimension, other.dimension);
  const std::int64_t up = one.numerator * other.denominator, down = one.denominator * other.numerator, common = std::gcd(up, down);
  return {up / common, down / common};
}

using Factor = std::pair<std::int64_t, std::int64_t>;

}  // namespace

TEST(Unit, NamesOfOneSizeHaveOneUnit) {
  for (const char* name : {"m²", "㎡", "平方米", "m2"}) EXPECT_EQ(canonical(name), "m²");
  for (const char* name : {"min", "分钟"}) EXPECT_EQ(canonical(name), "min");
  for (const char* name : {"km", "公里", "千米"}) EXPECT_EQ(canonical(name), "km");
  EXPECT_EQ(canonical("亩"), "亩");
  EXPECT_EQ(find_unit("斤"), -1);
  EXPECT_EQ(find_unit(""), -1);
}

TEST(Unit, ConversionIsExact) {
  EXPECT_EQ(factor("h", "min"), (Factor{60, 1}));
  EXPECT_EQ(factor("m", "km"), (Factor{1, 1000}));
  EXPECT_EQ(factor("亩", "m²"), (Factor{2000, 3}));
  EXPECT_EQ(factor("hm²", "亩"), (Factor{15, 1}));
  EXPECT_EQ(factor("万元", "元"), (Factor{10'000, 1}));
  EXPECT_EQ(factor("亿元", "万元"), (Factor{10'000, 1}));
  EXPECT_EQ(factor("‰", "%"), (Factor{1, 10}));
}

TEST(Unit, EveryNameStandsOnceAndEverySizeIsPositive) {
  std::set<std::string_view> names;
  for (const Unit& unit : units()) {
    EXPECT_TRUE(names.insert(unit.name).second) << unit.name;
    EXPECT_GT(unit.numerator, 0) << unit.name;
    EXPECT_GT(unit.denominator, 0) << unit.name;
    EXPECT_TRUE(is_numeric(unit.kind)) << unit.name;
    EXPECT_EQ(unit.dimension.empty(), unit.kind != Kind::quantity) << unit.name;
    EXPECT_EQ(canonical_unit(canonical_unit(find_unit(unit.name))), canonical_unit(find_unit(unit.name)));
  }
}

}  // namespace laoyou::rules
