#include "plan/indicators/newest_readings.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace laoyou::plan {
namespace {

const char* const k_listed_regions[] = {"650000000000", "650200000000", "650202000000", "650203000000", "532500000000"};
const char* const k_listed_plans[] = {"karamay", "honghe"};
const char* const k_listed_indicators[] = {"bed_total", "slots", "visits"};
const char* const k_listed_periods[] = {"2023", "2024", "2024-H1", "2024-12", "2025-Q1"};

RegionCode listed_region(std::string_view text) { return RegionCode::parse(text).value(); }
Period listed_period(std::string_view text) { return Period::parse(text).value(); }

/// Each place, indicator and period reported or not; many at one moment, as a sheet brings them.
std::vector<ReportedValue> some_values(std::mt19937_64& chance) {
  std::vector<ReportedValue> values;
  for (const char* region : k_listed_regions)
    for (const char* plan : k_listed_plans)
      for (const char* indicator : k_listed_indicators)
        for (const char* each : k_listed_periods)
          if (chance() % 3 > 0) values.push_back({{}, listed_region(region), plan, indicator, listed_period(each), {}, "台账", false, 7, Instant{static_cast<std::int64_t>(chance() % 6)}, {}, {}});
  std::shuffle(values.begin(), values.end(), chance);
  for (std::size_t i = 0; i < values.size(); ++i) values[i].id.number = static_cast<std::int64_t>(i) + 1;
  return values;
}

ListedReadings something_wanted(std::mt19937_64& chance) {
  ListedReadings wanted;
  if (chance() % 3 > 0) wanted.within = listed_region(k_listed_regions[chance() % 5]);
  if (chance() % 2 == 0) wanted.plan = k_listed_plans[chance() % 2];
  if (chance() % 2 == 0) wanted.indicator = k_listed_indicators[chance() % 3];
  if (chance() % 3 == 0) wanted.period = listed_period(k_listed_periods[chance() % 5]);
  return wanted;
}

/// Ids of all that are wanted, in their order, found the slow way.
std::vector<std::int64_t> ids_wanted(std::vector<ReportedValue> values, const ListedReadings& wanted) {
  std::erase_if(values, [&](const ReportedValue& value) {
    return !wanted.within.contains(value.region) || (wanted.plan && value.plan != *wanted.plan) || (wanted.indicator && value.indicator != *wanted.indicator) ||
           (wanted.period && value.period != *wanted.period);
  });
  std::sort(values.begin(), values.end(), [](const ReportedValue& a, const ReportedValue& b) { return std::pair(-a.reported_at.milliseconds, a.id.number) < std::pair(-b.reported_at.milliseconds, b.id.number); });
  std::vector<std::int64_t> ids;
  for (const ReportedValue& value : values) ids.push_back(value.id.number);
  return ids;
}

}  // namespace

TEST(NewestReadings, PagesHoldEachWantedValueOnceInTheOrderOfTheirReporting) {
  std::mt19937_64 chance(3);
  for (int turn = 0; turn < 200; ++turn) {
    const std::vector<ReportedValue> values = some_values(chance);
    const AllReadings all = in_series(values);
    const ListedReadings wanted = something_wanted(chance);
    const std::vector<std::int64_t> expected = ids_wanted(values, wanted);
    const std::int64_t rows = 1 + static_cast<std::int64_t>(chance() % 20);
    std::vector<std::int64_t> listed;
    for (std::int64_t offset = 0;; offset += rows) {
      const ReadingsPage page = newest_readings(all, wanted, offset, rows);
      EXPECT_EQ(page.total, std::ssize(expected));
      EXPECT_LE(std::ssize(page.rows), rows);
      for (const ReportedValue* value : page.rows) listed.push_back(value->id.number);
      if (page.rows.empty()) break;
    }
    ASSERT_EQ(listed, expected) << "turn " << turn;
  }
}

TEST(NewestReadings, APageBehindTheLastIsEmptyAndStillSaysHowManyThereAre) {
  std::mt19937_64 chance(4);
  const AllReadings all = in_series(some_values(chance));
  const std::int64_t total = newest_readings(all, {}, 0, 1).total;
  EXPECT_GT(total, 50);
  EXPECT_EQ(newest_readings(all, {}, 1'000'000'000'000, 500).total, total);
  EXPECT_TRUE(newest_readings(all, {}, total, 500).rows.empty());
}

}  // namespace laoyou::plan
