#include "plan/indicators/parts_held.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "plan/indicators/indicator_state.h"

namespace laoyou::plan {
namespace {

Decimal number(std::string_view text) { return Decimal::parse(text).value(); }
Period period(std::string_view text) { return Period::parse(text).value(); }
Target target(std::string_view text) { return parse_target(period("2025"), text).value(); }
const Date k_today = Date::parse("2026-11-29").value();

std::vector<PartValue> parts(std::string_view goal, const std::vector<std::optional<std::string_view>>& values) {
  std::vector<PartValue> made;
  for (const auto& value : values) made.push_back({std::to_string(made.size()), target(goal), value ? std::optional(number(*value)) : std::nullopt});
  return made;
}

Light light(std::string_view goal, const std::vector<std::optional<std::string_view>>& values, bool some_only = false) {
  return light_of_parts(count_parts(EachPart::city, parts(goal, values), 10, some_only));
}

std::vector<Actual> months(const std::vector<std::pair<std::string_view, std::string_view>>& values) {
  std::vector<Actual> series;
  for (const auto& [month, value] : values) series.push_back({period(month), number(value), std::nullopt, "report", false, std::nullopt});
  return series;
}

}  // namespace

TEST(PartsHeld, NineInOnePartAndNoneInTheOthersFail) {
  const PartsHeld held = count_parts(EachPart::city, parts(">= 1", {"9", "0", "0"}), 10, false);
  EXPECT_EQ(held.held, 1);
  EXPECT_EQ(held.missed, 2);
  EXPECT_THAT(held.missed_names, testing::ElementsAre("1", "2"));
  EXPECT_EQ(light_of_parts(held), Light::behind);
}

TEST(PartsHeld, TheWholeIsMetOnlyWhenEveryPartIs) {
  EXPECT_EQ(light(">= 1", {"1", "2", "1"}), Light::met);
  EXPECT_EQ(light(">= 100", {"100", "95"}), Light::near);
  EXPECT_EQ(light(">= 100", {"95", "50"}), Light::behind);
}

TEST(PartsHeld, AnUnknownPartKeepsTheWholeFromBeingMetAndHidesNoMiss) {
  EXPECT_EQ(light(">= 1", {"9", std::nullopt}), Light::not_reported);
  EXPECT_EQ(light(">= 1", {"0", std::nullopt}), Light::behind);
  EXPECT_EQ(light(">= 1", {}), Light::not_reported);
}

TEST(PartsHeld, WhereTheTextMeansOnlySomePartsThoseWithoutAValueAreNotCounted) {
  EXPECT_EQ(light(">= 1", {"1", std::nullopt, std::nullopt}, true), Light::met);
  EXPECT_EQ(count_parts(EachPart::street, parts(">= 1", {"1", std::nullopt}), 10, true).parts, 1);
}

TEST(PartsHeld, AMonthMissedOnceInAYearShows) {
  const auto held = months_held({target("= 100")}, months({{"2025-01", "100"}, {"2025-02", "100"}, {"2025-03", "40"}, {"2025-04", "100"}}), k_today, 10);
  ASSERT_TRUE(held);
  EXPECT_EQ(held->parts, 12);
  EXPECT_EQ(held->held, 3);
  EXPECT_EQ(held->unknown, 8);
  EXPECT_THAT(held->missed_names, testing::ElementsAre("2025-03"));
  EXPECT_EQ(light_of_parts(*held), Light::behind);
}

TEST(PartsHeld, AYearThatIsNotOverCountsOnlyTheMonthsThatAre) {
  const auto held = months_held({target(">= 3000")}, months({{"2026-10", "3000"}}), k_today, 10);
  ASSERT_TRUE(held);
  EXPECT_EQ(held->parts, 10);
  EXPECT_FALSE(months_held({target(">= 3000")}, months({{"2025", "36000"}}), k_today, 10)) << "a year's total is no month";
}

TEST(PartsHeld, TheWeakerOfTwoIsTheOneFurtherFromTheTarget) {
  EXPECT_TRUE(weaker(target(">= 10"), number("3"), number("12"), 10));
  EXPECT_TRUE(weaker(target("<= 10"), number("12"), number("3"), 10));
  EXPECT_TRUE(weaker(target("<= 10"), number("9"), number("3"), 10)) << "both hold: the one nearer to missing it";
  EXPECT_FALSE(weaker(target(">= 10"), number("12"), number("11"), 10));
}

}  // namespace laoyou::plan
