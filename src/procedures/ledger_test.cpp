#include "procedures/ledger.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdlib>

#include "base/csv.h"
#include "procedures/testing/notices.h"

namespace laoyou::procedures {
namespace {

Instant beijing(std::string_view day, int hour = 0, int minute = 0) {
  return {std::int64_t{Date::parse(day).value().days()} * 86'400'000 + (hour - 8) * 3'600'000LL + minute * 60'000LL};
}

Date last(Length within, Instant started, const std::vector<Stop>& stops = {}) {
  const auto passes = passes_at(testing::calendar(), within, started, stops);
  return passes ? last_day(*passes) : Date();
}

TEST(Ledger, FiveWorkingDaysPassTheNationalHolidayAndItsWorkingWeekend) {
  // Filed on Friday 26 September 2025; Sunday the 28th is worked, 1 to 8 October is off, Saturday the 11th is worked.
  EXPECT_EQ(last({3, LengthUnit::working_days}, beijing("2025-09-26", 10)).text(), "2025-09-30");
  EXPECT_EQ(last({5, LengthUnit::working_days}, beijing("2025-09-26", 10)).text(), "2025-10-10");
  EXPECT_EQ(last({6, LengthUnit::working_days}, beijing("2025-09-26", 10)).text(), "2025-10-11");
}

TEST(Ledger, AYearWithoutANoticeIsCountedByWeekdays) {
  EXPECT_FALSE(testing::calendar().has_notice(2031));
  EXPECT_EQ(last({5, LengthUnit::working_days}, beijing("2031-09-30", 9)).text(), "2031-10-07");
}

TEST(Ledger, TheDaysInWhichTheApplicantIsAskedAreNotCounted) {
  const Instant started = beijing("2026-03-02", 9);
  EXPECT_EQ(last({5, LengthUnit::working_days}, started).text(), "2026-03-09");
  const std::vector<Stop> asked{{beijing("2026-03-04", 15), beijing("2026-03-18", 11)}};
  // Counted: the 3rd, then the 19th, 20th, 23rd and 24th.
  EXPECT_EQ(last({5, LengthUnit::working_days}, started, asked).text(), "2026-03-24");
  EXPECT_EQ(used_by(testing::calendar(), LengthUnit::working_days, started, asked, beijing("2026-03-10")), 1);
}

TEST(Ledger, ATermThatStandsStillDoesNotPass) {
  EXPECT_FALSE(passes_at(testing::calendar(), {5, LengthUnit::working_days}, beijing("2026-03-02", 9), std::vector<Stop>{{beijing("2026-03-04"), std::nullopt}}));
}

TEST(Ledger, CalendarDaysThatEndOnAHolidayPassOnTheNextWorkingDay) {
  EXPECT_EQ(last({30, LengthUnit::calendar_days}, beijing("2025-09-03", 9)).text(), "2025-10-09");
}

TEST(Ledger, HoursRunWithTheClock) {
  const std::vector<Stop> stops{{beijing("2026-03-02", 10), beijing("2026-03-02", 13)}};
  EXPECT_EQ(passes_at(testing::calendar(), {2, LengthUnit::hours}, beijing("2026-03-02", 9, 30), stops)->milliseconds, beijing("2026-03-02", 14, 30).milliseconds);
}

/// The same meaning, day by day and slot by slot.
std::optional<Instant> day_by_day(const Calendar& calendar, Length within, Instant started, const std::vector<Stop>& stops, std::int64_t horizon_days) {
  const bool halves = within.unit == LengthUnit::half_days;
  const std::int64_t slot_ms = halves ? 43'200'000 : 86'400'000, zone = 28'800'000;
  const auto stopped_within = [&](std::int64_t begin, std::int64_t end) {
    if (begin < started.milliseconds) return true;
    for (const Stop& stop : stops) {
      const std::int64_t until = stop.until ? stop.until->milliseconds : INT64_MAX;
      if (stop.from.milliseconds < end && until > begin && until > stop.from.milliseconds) return true;
    }
    return false;
  };
  std::int64_t count = 0;
  const std::int64_t first = (started.milliseconds + zone) / slot_ms;
  for (std::int64_t slot = first; slot < first + horizon_days * (halves ? 2 : 1); ++slot) {
    const std::int64_t begin = slot * slot_ms - zone, end = begin + slot_ms;
    const Date day = Date::from_days(halves ? slot / 2 : slot);
    const bool counts = within.unit == LengthUnit::calendar_days || calendar.is_working(day);
    if (counts && !stopped_within(begin, end)) ++count;
    const bool may_pass = within.unit != LengthUnit::calendar_days || calendar.is_working(day);
    if (count >= within.count && may_pass && !stopped_within(end - 1, end)) return Instant{end};
  }
  return std::nullopt;
}

std::int64_t histories() {
  const char* count = std::getenv("LAOYOU_TERM_HISTORIES");
  return count == nullptr ? 20'000 : std::atoll(count);
}

/// Instants that often fall on the edges of days and half days.
Instant any_instant(std::uint64_t& seed, std::int64_t from, std::int64_t span_ms) {
  seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
  const std::int64_t at = from + static_cast<std::int64_t>((seed >> 20) % static_cast<std::uint64_t>(span_ms));
  const std::int64_t edge = (seed >> 8) % 4 == 0 ? 43'200'000 : (seed >> 8) % 4 == 1 ? 3'600'000 : 1'000;
  return {at / edge * edge};
}

TEST(Ledger, RandomHistoriesPassOnTheDayThatCountingDayByDaySays) {
  constexpr std::int64_t k_day = 86'400'000;
  const std::int64_t begin = beijing("2020-01-01").milliseconds;
  std::uint64_t seed = 7;
  std::int64_t stood_still = 0;
  for (std::int64_t history = 0; history < histories(); ++history) {
    const Instant started = any_instant(seed, begin, 2'500 * k_day);
    const auto unit = static_cast<LengthUnit>((seed >> 33) % 3);
    const Length within{static_cast<std::int32_t>(1 + (seed >> 40) % 25), unit};
    std::vector<Stop> stops;
    Instant at = started;
    for (std::uint64_t stop = (seed >> 50) % 5; stop > 0; --stop) {
      const Instant from = any_instant(seed, at.milliseconds, 9 * k_day);
      at = any_instant(seed, std::max(from, at).milliseconds, 12 * k_day);
      if (from < started || at < from) continue;
      stops.push_back({std::max(from, stops.empty() ? from : *stops.back().until), at});
      at = std::max(at, stops.back().from);
      stops.back().until = at;
    }
    if (!stops.empty() && seed % 8 == 0) stops.back().until.reset();
    const auto fast = passes_at(testing::calendar(), within, started, stops);
    const auto slow = day_by_day(testing::calendar(), within, started, stops, 250);
    ASSERT_EQ(fast.has_value(), slow.has_value()) << history << " " << within.en() << " from " << started.text();
    if (fast) ASSERT_EQ(fast->text(), slow->text()) << history << " " << within.en() << " from " << started.text() << ", stops " << stops.size();
    stood_still += !fast;
  }
  EXPECT_GT(stood_still, 0);
}

}  // namespace
}  // namespace laoyou::procedures
