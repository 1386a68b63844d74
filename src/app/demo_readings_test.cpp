#include "app/demo_readings.h"

#include <gtest/gtest.h>

#include <map>

#include "plan/indicators/indicator_state.h"

namespace laoyou::app {
namespace {

using Readings = std::vector<plan::ReportedValue>;

const plan::Library& library() {
  static const auto loaded = plan::load_library("plans").value();
  return *loaded;
}

Readings made(std::string_view key, std::uint64_t seed) { return demo_readings(library(), *library().find(key), seed); }

/// By indicator and period: region to value in millionths.
using ByRegion = std::map<RegionCode, std::int64_t>;
std::map<std::pair<std::string, std::string>, ByRegion> by_indicator_and_period(const Readings& readings) {
  std::map<std::pair<std::string, std::string>, ByRegion> sorted;
  for (const auto& reading : readings) {
    const bool fresh = sorted[{reading.indicator, reading.period.text()}].emplace(reading.region, reading.value.millionths()).second;
    EXPECT_TRUE(fresh) << "two values of one place and period";
  }
  return sorted;
}

/// Regions whose parts are there but do not add up to it.
std::size_t wrong_sums(const ByRegion& values) {
  std::map<RegionCode, std::int64_t> sums;
  for (const auto& [region, value] : values)
    if (region.parent() && values.contains(*region.parent())) sums[*region.parent()] += value;
  return static_cast<std::size_t>(std::count_if(sums.begin(), sums.end(), [&](const auto& sum) { return values.at(sum.first) != sum.second; }));
}

}  // namespace

TEST(DemoReadings, EveryOneIsMarkedAsMadeUpAndSaysSoInItsSource) {
  for (const auto& [key, plan] : library().plans) {
    for (const auto& reading : made(key, 1)) {
      ASSERT_TRUE(reading.synthetic);
      ASSERT_NE(reading.source.find("合成"), std::string::npos);
      ASSERT_EQ(reading.plan, key);
    }
  }
}

TEST(DemoReadings, TheSameSeedMakesTheSameValuesAndAnotherOthers) {
  const auto values = [](std::uint64_t seed) {
    std::string text;
    for (const auto& reading : made("liuzhou", seed)) text += reading.region.text() + reading.indicator + reading.period.text() + reading.value.text() + "\n";
    return text;
  };
  EXPECT_EQ(values(1), values(1));
  EXPECT_NE(values(1), values(2));
}

TEST(DemoReadings, PartsOfATotalAddUpToTheWhole) {
  for (const auto& [key, plan] : library().plans) {
    std::size_t compared = 0;
    for (const auto& [what, values] : by_indicator_and_period(made(key, 3))) {
      if (plan::is_ratio_unit(plan->find_indicator(what.first)->value.unit)) continue;
      EXPECT_EQ(wrong_sums(values), 0u) << key << " " << what.first << " " << what.second;
      compared += values.size() > 1;
    }
    EXPECT_EQ(compared == 0, key == "national") << key;
  }
}

TEST(DemoReadings, ARateOfTheWholeLiesWithinThoseOfItsParts) {
  for (const auto& [key, plan] : library().plans) {
    std::map<std::tuple<std::string, std::string, RegionCode>, std::vector<Decimal>> parts;
    const auto all = made(key, 7);
    for (const auto& reading : all)
      if (const auto parent = reading.region.parent()) parts[{reading.indicator, reading.period.text(), *parent}].push_back(reading.value);
    for (const auto& reading : all) {
      const auto found = parts.find({reading.indicator, reading.period.text(), reading.region});
      if (found == parts.end() || !plan::is_ratio_unit(plan->find_indicator(reading.indicator)->value.unit)) continue;
      const auto [least, most] = std::minmax_element(found->second.begin(), found->second.end());
      ASSERT_TRUE(*least <= reading.value && reading.value <= *most) << key << " " << reading.indicator << " " << reading.region.text();
    }
  }
}

TEST(DemoReadings, PercentagesStayWithinAHundredAndNothingIsBelowZero) {
  for (const auto& [key, plan] : library().plans) {
    for (const auto& reading : made(key, 4)) {
      ASSERT_GE(reading.value.millionths(), 0);
      const bool percent = plan->find_indicator(reading.indicator)->value.unit == "%";
      ASSERT_TRUE(!percent || reading.value.millionths() <= 100 * Decimal::k_one) << reading.indicator;
    }
  }
}

TEST(DemoReadings, NoneLiesOutsideThePlanOrDeeperThanItsIndicatorIsReported) {
  for (const auto& [key, plan] : library().plans) {
    for (const auto& reading : made(key, 5)) {
      ASSERT_TRUE(plan->content.head.value.region.contains(reading.region));
      ASSERT_TRUE(library().regions.find(reading.region));
      const auto deepest = plan->find_indicator(reading.indicator)->value.down_to.value_or(RegionLevel::county);
      ASSERT_LE(reading.region.level(), std::max(deepest, plan->content.head.value.region.level())) << reading.indicator;
    }
  }
}

TEST(DemoReadings, TheCountryHasNoneAndEveryOtherPlanSome) {
  for (const auto& [key, plan] : library().plans) EXPECT_EQ(made(key, 6).empty(), key == "national") << key;
}

}  // namespace laoyou::app
