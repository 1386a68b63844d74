#include "plan/indicators/indicator_state.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace laoyou::plan {
namespace {

Decimal number(std::string_view text) { return Decimal::parse(text).value(); }
Period period(std::string_view text) { return Period::parse(text).value(); }

/// An indicator with targets ">= 80" for 2023 and ">= 100" for 2025 and the document's value of 2022.
Row<Indicator> indicator(std::string unit) {
  Row<Indicator> row{{}, "town", "town/indicators.yaml:1:1"};
  row.value.key = "beds";
  row.value.unit = std::move(unit);
  row.value.target = {parse_target(period("2025"), ">= 100").value(), parse_target(period("2023"), ">= 80").value()};
  row.value.baseline = {{period("2022"), number("50")}};
  row.value.source = "1";
  return row;
}

ReportedValue reading(std::string_view when, std::string_view value, bool synthetic = false) {
  ReportedValue made;
  made.period = period(when);
  made.value = number(value);
  made.source = "report";
  made.synthetic = synthetic;
  made.reported_at = Instant{1'700'000'000'000};
  return made;
}

std::vector<std::string> texts(const std::vector<Actual>& series) {
  std::vector<std::string> lines;
  for (const Actual& actual : series) lines.push_back(actual.period.text() + " " + actual.value.text() + " " + actual.source);
  return lines;
}

const Date k_today = Date::parse("2026-11-29").value();

ChildState child(std::optional<std::string_view> value) {
  ChildState made;
  if (value) made.actual = Actual{period("2025"), number(*value), std::nullopt, "", false, std::nullopt};
  return made;
}

std::vector<int> ranks(const Indicator& of, std::vector<ChildState> children) {
  rank_children(of, children);
  std::vector<int> all;
  for (const ChildState& each : children) all.push_back(each.rank.value_or(0));
  return all;
}

}  // namespace

TEST(IndicatorState, AUnitThatCountsPerSomethingIsARatio) {
  for (const char* unit : {"%", "‰", "个/千人", "m²/百户", "张/万人", "每千人", "每百户"}) EXPECT_TRUE(is_ratio_unit(unit)) << unit;
  for (const char* unit : {"张", "个", "人次/月", "万元", "家", "户", "m²", "小时/年", ""}) EXPECT_FALSE(is_ratio_unit(unit)) << unit;
}

TEST(IndicatorState, AReportTakesThePlaceOfTheDocumentsValueOfTheSamePeriod) {
  EXPECT_THAT(texts(value_series(indicator("张"), true, std::vector{reading("2024", "70"), reading("2022", "51"), reading("2023", "60")}, k_today)),
              testing::ElementsAre("2022 51 report", "2023 60 report", "2024 70 report"));
  EXPECT_THAT(texts(value_series(indicator("张"), true, std::vector{reading("2023", "60")}, k_today)), testing::ElementsAre("2022 50 1", "2023 60 report"));
}

TEST(IndicatorState, TheDocumentsValueIsThatOfTheWholeRegionOnly) {
  EXPECT_THAT(value_series(indicator("%"), false, {}, k_today), testing::IsEmpty());
}

TEST(IndicatorState, AValueIsHeldAgainstTheFirstTargetNotYetPast) {
  const Indicator beds = indicator("张").value;
  EXPECT_EQ(target_for(beds, true, period("2022"))->text, ">= 80");
  EXPECT_EQ(target_for(beds, true, period("2023"))->text, ">= 80");
  EXPECT_EQ(target_for(beds, true, period("2023-Q4"))->text, ">= 80");
  EXPECT_EQ(target_for(beds, true, period("2024-01"))->text, ">= 100");
  EXPECT_EQ(target_for(beds, true, period("2025"))->text, ">= 100");
  EXPECT_EQ(target_for(beds, true, period("2030"))->text, ">= 100") << "after the last target that one still counts";
  EXPECT_EQ(target_for(beds, true, std::nullopt)->text, ">= 100");
}

TEST(IndicatorState, ATotalHasNoTargetForAPartAndARatioHas) {
  EXPECT_FALSE(target_for(indicator("张").value, false, period("2025")));
  EXPECT_EQ(target_for(indicator("%").value, false, period("2025"))->text, ">= 100");
}

TEST(IndicatorState, TheLatestValueGivesGapAndLightAndTheOneBeforeStaysInView) {
  const Row<Indicator> beds = indicator("张");
  const IndicatorState state = state_of(beds, true, value_series(beds, true, std::vector{reading("2025", "91", true)}, k_today), 10);
  EXPECT_EQ(state.actual->value, number("91"));
  EXPECT_TRUE(state.actual->synthetic);
  EXPECT_EQ(state.previous->value, number("50"));
  EXPECT_FALSE(state.previous->reported_at) << "the document's value was not reported";
  EXPECT_EQ(state.gap, number("-9"));
  EXPECT_EQ(state.light, Light::near);
  EXPECT_EQ(state.layer, "town");
  EXPECT_EQ(state.targets.size(), 2u);
}

TEST(IndicatorState, WithoutAValueNothingIsReportedAndThereIsNoGap) {
  const IndicatorState state = state_of(indicator("%"), false, {}, 10);
  EXPECT_EQ(state.light, Light::not_reported);
  EXPECT_FALSE(state.gap);
  EXPECT_FALSE(state.actual);
  EXPECT_EQ(state.target->text, ">= 100");
}

TEST(IndicatorState, APartOfATotalShowsItsValueAndThatThisPlaceHasNoTarget) {
  const Row<Indicator> beds = indicator("张");
  const IndicatorState state = state_of(beds, false, value_series(beds, false, std::vector{reading("2025", "9")}, k_today), 10);
  EXPECT_EQ(state.actual->value, number("9"));
  EXPECT_EQ(state.light, Light::no_target);
  EXPECT_FALSE(state.target);
}

TEST(IndicatorState, TheDocumentsValueAndTotalTargetsAreNamedAsThoseOfTheWholeAndNotOfAPart) {
  const IndicatorState beds = state_of(indicator("张"), false, {}, 10), share = state_of(indicator("%"), false, {}, 10);
  EXPECT_TRUE(beds.baseline.empty() && beds.targets.empty());
  EXPECT_EQ(beds.written_baseline.size(), 1u);
  EXPECT_EQ(beds.written_targets.size(), 2u);
  EXPECT_EQ(share.targets.size(), 2u) << "a rate holds for every part";
  EXPECT_TRUE(share.baseline.empty());
  const IndicatorState whole = state_of(indicator("张"), true, {}, 10);
  EXPECT_EQ(whole.baseline.size() + whole.targets.size(), 3u);
  EXPECT_TRUE(whole.written_baseline.empty() && whole.written_targets.empty());
}

TEST(IndicatorState, AValueOfAPeriodToComeIsNeverTheActualOne) {
  const Row<Indicator> beds = indicator("张");
  const auto series = value_series(beds, true, std::vector{reading("2025", "91"), reading("9999-12", "999999"), reading("2026-12", "95"), reading("2026", "92")}, k_today);
  EXPECT_THAT(texts(series), testing::ElementsAre("2022 50 1", "2025 91 report", "2026 92 report")) << "the year that is running has begun";
  EXPECT_EQ(state_of(beds, true, series, 10).actual->period.text(), "2026");
}

TEST(IndicatorState, TheLastValueIsThatOfThePeriodBefore) {
  const auto series = value_series(indicator("张"), true, std::vector{reading("2025", "91"), reading("2023", "60")}, k_today);
  EXPECT_EQ(last_before(series, period("2024"))->value, number("60"));
  EXPECT_EQ(last_before(series, period("2025"))->value, number("60"));
  EXPECT_FALSE(last_before(series, period("2022")));
}

TEST(Ranks, MoreIsBetterUnlessTheTargetSaysAtMost) {
  EXPECT_THAT(ranks(indicator("%").value, {child("70"), child("90"), child("80")}), testing::ElementsAre(3, 1, 2));
  Indicator waiting = indicator("%").value;
  waiting.target = {parse_target(period("2025"), "<= 5").value()};
  EXPECT_THAT(ranks(waiting, {child("7"), child("9"), child("8")}), testing::ElementsAre(1, 3, 2));
}

TEST(Ranks, EqualValuesShareARankAndAPartWithoutAValueHasNone) {
  EXPECT_THAT(ranks(indicator("%").value, {child("90"), child(std::nullopt), child("90"), child("10")}), testing::ElementsAre(1, 0, 1, 3));
}

}  // namespace laoyou::plan
