#include "plan/indicators/reading_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace laoyou::plan {
namespace {

/// The country's layer and Liuzhou's as they run.
const Library& library() {
  static const auto loaded = load_library("plans");
  return **loaded;
}

const Date k_today = Date::parse("2026-11-29").value();

ReportedValue reading(std::string indicator, std::string_view value, std::string_view when = "2025", std::string source = "年报") {
  ReportedValue made;
  made.region = RegionCode::parse("450203000000").value();
  made.plan = "liuzhou";
  made.indicator = std::move(indicator);
  made.period = Period::parse(when).value();
  made.value = Decimal::parse(value).value();
  made.source = std::move(source);
  return made;
}

std::vector<std::string> faults(const ReportedValue& of) {
  std::vector<std::string> lines;
  for (const Refusal& refusal : check_reading(library(), *library().find("liuzhou"), of, k_today)) lines.push_back(refusal.place + " " + refusal.code);
  return lines;
}

std::string asked(std::string_view last, std::string_view now) {
  const Plan& plan = *library().find("liuzhou");
  const Actual before{Period::parse("2024").value(), Decimal::parse(last).value(), std::nullopt, "", false, std::nullopt};
  const auto answer = ask_about_change(plan, plan.find_indicator("bed_total")->value, reading("bed_total", now), before);
  return answer ? "" : answer.error().place + " " + answer.error().code;
}

}  // namespace

TEST(ReadingCheck, CountsAreWholeAndNeverBelowZero) {
  EXPECT_THAT(faults(reading("bed_total", "2503")), testing::IsEmpty());
  EXPECT_THAT(faults(reading("bed_total", "0")), testing::IsEmpty());
  EXPECT_THAT(faults(reading("bed_total", "-5")), testing::ElementsAre("/value readings.below_least"));
  EXPECT_THAT(faults(reading("bed_total", "0.5")), testing::ElementsAre("/value readings.not_whole"));
  EXPECT_THAT(faults(reading("slots_per_thousand", "4.35")), testing::IsEmpty()) << "a rate has fractions";
  EXPECT_THAT(faults(reading("slots_per_thousand", "-5")), testing::ElementsAre("/value readings.below_least")) << "a unit without a row of its own";
}

TEST(ReadingCheck, APercentageLiesWithinItsHundred) {
  EXPECT_THAT(faults(reading("nursing_bed_share", "100")), testing::IsEmpty());
  EXPECT_THAT(faults(reading("nursing_bed_share", "5500")), testing::ElementsAre("/value readings.above_most"));
}

TEST(ReadingCheck, AnIndicatorsOwnBoundsGoBeforeThoseOfItsUnit) {
  Plan plan = *library().find("liuzhou");
  for (auto& row : plan.content.indicators)
    if (row.value.key == "nursing_bed_share") {
      row.value.least = Decimal::parse("-100").value();
      row.value.most = Decimal::parse("500").value();
    }
  EXPECT_THAT(check_reading(library(), plan, reading("nursing_bed_share", "450"), k_today), testing::IsEmpty());
  EXPECT_THAT(check_reading(library(), plan, reading("nursing_bed_share", "-20"), k_today), testing::IsEmpty());
  EXPECT_EQ(check_reading(library(), plan, reading("nursing_bed_share", "501"), k_today).size(), 1u);
}

TEST(ReadingCheck, APeriodHasBegunAndIsNotBeforeThePlansBase) {
  for (const char* when : {"2026", "2026-11", "2026-11-29", "2026-H2", "2020"}) EXPECT_THAT(faults(reading("bed_total", "5", when)), testing::IsEmpty()) << when;
  for (const char* when : {"2027", "2026-12", "2026-11-30", "2206-05", "9999"})
    EXPECT_THAT(faults(reading("bed_total", "5", when)), testing::ElementsAre("/period readings.period_to_come")) << when;
  for (const char* when : {"0001", "1900", "2002-06"})
    EXPECT_THAT(faults(reading("bed_total", "5", when)), testing::ElementsAre("/period readings.period_too_early")) << when;
}

TEST(ReadingCheck, ASourceThatShowsNothingIsNone) {
  for (const char* blank : {"", " ", "\u3000", "\u00a0\u200b", "\ufeff"}) EXPECT_THAT(faults(reading("bed_total", "5", "2025", blank)), testing::ElementsAre("/source json.missing_field"));
}

TEST(ReadingCheck, EverythingWrongIsToldAtOnce) {
  ReportedValue wrong = reading("bed_total", "-0.5", "9999", " ");
  wrong.counted_on = Date::parse("2027-01-01").value();
  EXPECT_THAT(faults(wrong), testing::ElementsAre("/period readings.period_to_come", "/value readings.not_whole", "/value readings.below_least", "/source json.missing_field", "/counted_on readings.counted_earlier",
                                                  "/counted_on readings.counted_later"));
}

TEST(ReadingCheck, AChangeOfMoreThanThePlansShareIsAskedBack) {
  EXPECT_EQ(asked("100", "120"), "");
  EXPECT_EQ(asked("100", "80"), "");
  EXPECT_EQ(asked("100", "121"), "/value readings.confirm_change");
  EXPECT_EQ(asked("100", "79"), "/value readings.confirm_change");
  EXPECT_EQ(asked("0", "0"), "");
  EXPECT_EQ(asked("0", "1"), "/value readings.confirm_change");
}

}  // namespace laoyou::plan
