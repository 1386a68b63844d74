#include "app/demo_readings.h"

#include <algorithm>

#include "base/random.h"
#include "plan/indicators/indicator_state.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_source = "演示数据（合成，非真实填报）";

/// Makes the values of one plan.
class DemoMaker {
 public:
  DemoMaker(const plan::Library& library, const plan::Plan& plan, std::uint64_t seed) : library_(library), plan_(plan), random_(seed) {}

  std::vector<plan::ReportedValue> make() {
    const int first = plan_.runs_from ? plan_.runs_from->year() : 2022;
    const int last = plan_.runs_to ? plan_.runs_to->year() : 2025;
    // A layer of the whole country is no place where anyone reports.
    if (plan_.content.head.value.region.level() == RegionLevel::country) return {};
    for (const auto& row : plan_.content.indicators) {
      if (row.value.target.empty()) continue;
      for (int year = first; year <= last; ++year) make_year(row.value, year, last == first ? 1.0 : static_cast<double>(year - first) / (last - first));
    }
    return std::move(made_);
  }

 private:
  bool is_ratio(const plan::Indicator& indicator) const { return plan::is_ratio_unit(indicator.unit); }

  /// From the baseline (or a lower start) towards the target, reaching 82 to 108 percent of it at the end.
  std::int64_t whole_value(const plan::Indicator& indicator, double progress) {
    const std::int64_t target = indicator.target.back().value.millionths();
    const std::int64_t start = indicator.baseline.empty() ? target * 7 / 10 : indicator.baseline.back().value.millionths();
    const std::int64_t end = target / 100 * (82 + static_cast<std::int64_t>(random_.below(27)));
    return start + static_cast<std::int64_t>(static_cast<double>(end - start) * progress);
  }

  /// Percentages stay within 0 to 100; totals are whole numbers.
  Decimal tidy(const plan::Indicator& indicator, std::int64_t millionths) const {
    const std::int64_t step = is_ratio(indicator) ? Decimal::k_one / 10 : Decimal::k_one;
    std::int64_t value = std::max<std::int64_t>(0, divide_rounded(millionths, step, Rounding::half_even) * step);
    if (indicator.unit == "%") value = std::min(value, 100 * Decimal::k_one);
    return Decimal::from_millionths(value);
  }

  void make_year(const plan::Indicator& indicator, int year, double progress) {
    const Decimal value = tidy(indicator, whole_value(indicator, progress));
    make_place(indicator, plan_.content.head.value.region, year, value);
  }

  /// The place and its parts; a rate of the whole is the mean of its parts', so that the two never contradict each other. Answers what was made.
  Decimal make_place(const plan::Indicator& indicator, RegionCode region, int year, Decimal value) {
    const std::vector<Decimal> parts = make_parts(indicator, region, year, value);
    if (is_ratio(indicator) && !parts.empty()) {
      std::int64_t total = 0;
      for (const Decimal part : parts) total += part.millionths();
      value = tidy(indicator, total / std::ssize(parts));
    }
    add(indicator, region, year, value);
    return value;
  }

  std::vector<Decimal> make_parts(const plan::Indicator& indicator, RegionCode region, int year, Decimal value) {
    const RegionLevel deepest = std::min(indicator.down_to.value_or(RegionLevel::county), RegionLevel::street);
    const auto parts = library_.regions.children(region);
    // A province's streets are too many for a demonstration.
    const bool province = plan_.content.head.value.region.level() == RegionLevel::province;
    const RegionLevel shown = province ? std::min(deepest, RegionLevel::county) : deepest;
    if (parts.empty() || parts.front().code.level() > shown) return {};
    std::vector<Decimal> made;
    std::vector<std::int64_t> weights;
    for (std::size_t i = 0; i < parts.size(); ++i) weights.push_back(50 + static_cast<std::int64_t>(random_.below(100)));
    const std::int64_t total_weight = std::max<std::int64_t>(1, sum(weights));
    std::int64_t left = value.millionths() / Decimal::k_one;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      Decimal part;
      if (is_ratio(indicator)) {
        part = tidy(indicator, value.millionths() / 1000 * (880 + static_cast<std::int64_t>(random_.below(240))));
      } else {
        const bool last = i + 1 == parts.size();
        const std::int64_t share = last ? left : value.millionths() / Decimal::k_one * weights[i] / total_weight;
        left -= share;
        part = Decimal::from_millionths(share * Decimal::k_one);
      }
      made.push_back(make_place(indicator, parts[i].code, year, part));
    }
    return made;
  }

  static std::int64_t sum(const std::vector<std::int64_t>& numbers) {
    std::int64_t total = 0;
    for (std::int64_t number : numbers) total += number;
    return total;
  }

  void add(const plan::Indicator& indicator, RegionCode region, int year, Decimal value) {
    plan::ReportedValue reading;
    reading.region = region;
    reading.plan = plan_.content.head.value.plan;
    reading.indicator = indicator.key;
    reading.period = Period::year(year);
    reading.value = value;
    reading.source = k_source;
    reading.synthetic = true;
    made_.push_back(std::move(reading));
  }

  const plan::Library& library_;
  const plan::Plan& plan_;
  SeededRandom random_;
  std::vector<plan::ReportedValue> made_;
};

}  // namespace

std::vector<plan::ReportedValue> demo_readings(const plan::Library& library, const plan::Plan& plan, std::uint64_t seed) {
  return DemoMaker(library, plan, seed).make();
}

}  // namespace laoyou::app
