#include "plan/indicators/latest_series.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "plan/matrix/matrix.h"
#include "record/json_write.h"

namespace laoyou::plan {
namespace {

const Date k_day_of_asking = Date::parse("2025-05-20").value();

/// Any period of four years, a month most often; some begin after the day of asking.
Period some_period(std::mt19937_64& chance) {
  const std::string year = std::to_string(2022 + chance() % 4);
  const std::string two_digits[] = {"01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"};
  switch (chance() % 8) {
    case 0: return Period::parse(year).value();
    case 1: return Period::parse(year + "-H" + std::to_string(1 + chance() % 2)).value();
    case 2: return Period::parse(year + "-Q" + std::to_string(1 + chance() % 4)).value();
    case 3: return Period::parse(year + "-" + two_digits[chance() % 12] + "-" + std::to_string(10 + chance() % 19)).value();
    default: return Period::parse(year + "-" + two_digits[chance() % 12]).value();
  }
}

std::vector<ReportedValue> some_series(std::mt19937_64& chance) {
  std::vector<ReportedValue> series;
  for (std::uint64_t count = chance() % 60; count > 0; --count) {
    ReportedValue value;
    value.period = some_period(chance);
    value.value = Decimal::parse(std::to_string(chance() % 100)).value();
    if (std::none_of(series.begin(), series.end(), [&](const ReportedValue& each) { return each.period == value.period; })) series.push_back(value);
  }
  std::sort(series.begin(), series.end(), [](const ReportedValue& a, const ReportedValue& b) { return a.period < b.period; });
  return series;
}

std::string shown_of(const Row<Indicator>& row, const std::vector<Actual>& series) {
  std::string text;
  record::write_json(text, state_against(row, true, row.value.target, series, 10), record::View{});
  const Changes changes = changes_of(series);
  for (const auto& change : {changes.since_previous, changes.since_year_ago}) text += change ? " " + change->text() : " none";
  return text;
}

}  // namespace

TEST(LatestSeries, SaysOfAnIndicatorWhatTheWholeSeriesSays) {
  std::mt19937_64 chance(1);
  std::size_t shorter = 0;
  for (int turn = 0; turn < 4000; ++turn) {
    Row<Indicator> row{{}, "town", ""};
    row.value.target = {parse_target(Period::year(2025), ">= 50").value()};
    if (chance() % 4 == 0) row.value.baseline = {{Period::year(static_cast<int>(2021 + chance() % 4)), Decimal::parse("7").value()}};
    if (chance() % 4 == 0) row.value.each = EachPart::month;
    const bool whole = chance() % 2 == 0;
    const std::vector<ReportedValue> readings = some_series(chance);
    const std::optional<Period> until = chance() % 3 == 0 ? std::optional(some_period(chance)) : std::nullopt;
    std::vector<Actual> all = value_series(row, whole, readings, k_day_of_asking);
    if (until) std::erase_if(all, [&](const Actual& actual) { return actual.period.last_day() > until->last_day(); });
    const std::vector<Actual> latest = latest_series(row, whole, readings, k_day_of_asking, until);
    ASSERT_EQ(shown_of(row, latest), shown_of(row, all)) << "turn " << turn;
    if (row.value.each == EachPart::month) { ASSERT_EQ(latest.size(), all.size()); }
    shorter += latest.size() < all.size() ? 1 : 0;
  }
  EXPECT_GT(shorter, 500u);
}

}  // namespace laoyou::plan
