#include "planning/terms.h"

#include <algorithm>
#include <charconv>
#include <sstream>

namespace laoyou::planning {
namespace {

/// The number of a standard, the greater one of "800..1000".
std::optional<double> number_of(const NamedStandard& standard) {
  const std::size_t range = standard.value.find("..");
  const std::string text = range == std::string::npos ? standard.value : standard.value.substr(range + 2);
  double number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() && number > 0 ? std::optional(number) : std::nullopt;
}

/// "4.5", "35"
std::string words_of(double number) {
  std::ostringstream words;
  words << number;
  return words.str();
}

std::string filled(std::string text, double number) {
  if (const std::size_t at = text.find("{}"); at != std::string::npos) text.replace(at, 2, words_of(number));
  return text;
}

/// The nearest plan's standard of the key that gives a number.
const NamedStandard* find(const std::vector<NamedStandard>& standards, const std::string& key) {
  const auto found = std::find_if(standards.begin(), standards.end(), [&](const NamedStandard& each) { return each.key == key && number_of(each); });
  return found == standards.end() ? nullptr : &*found;
}

std::vector<RatioRow> ratios_of(const std::vector<NamedStandard>& standards, const std::vector<NamedRatio>& understood) {
  std::vector<RatioRow> ratios;
  for (const NamedStandard& standard : standards)
    for (const NamedRatio& named : understood) {
      const std::optional<double> wanted = number_of(standard);
      const bool said = std::any_of(ratios.begin(), ratios.end(), [&](const RatioRow& each) { return each.unit == named.unit; });
      if (standard.key != named.standard || !wanted || said) continue;
      ratios.push_back({named.unit, *wanted, named.per_people, named.from_age, named.to_age, filled(named.zh, *wanted), filled(named.en, *wanted), standard.source, standard.unverified});
    }
  std::stable_sort(ratios.begin(), ratios.end(), [](const RatioRow& a, const RatioRow& b) { return a.unit < b.unit; });
  return ratios;
}

/// Minutes or metres as the standard's unit says.
std::optional<LimitOfReach> limit_of(const NamedStandard& standard) {
  const double number = *number_of(standard);
  if (standard.unit == "分钟") return LimitOfReach{number, std::nullopt, words_of(number) + "分钟", words_of(number) + " minutes", standard.source, standard.unverified};
  if (standard.unit == "m" || standard.unit == "米") return LimitOfReach{std::nullopt, number, words_of(number) + "米", words_of(number) + " metres", standard.source, standard.unverified};
  return std::nullopt;
}

std::vector<LimitOfReach> limits_of(const std::vector<NamedStandard>& standards, const std::vector<std::string>& understood) {
  std::vector<LimitOfReach> limits;
  for (const std::string& key : understood) {
    const NamedStandard* const standard = find(standards, key);
    const std::optional<LimitOfReach> limit = standard == nullptr ? std::nullopt : limit_of(*standard);
    const bool there = limit && std::any_of(limits.begin(), limits.end(), [&](const LimitOfReach& each) { return each.minutes == limit->minutes && each.metres == limit->metres; });
    if (limit && !there) limits.push_back(*limit);
  }
  return limits;
}

std::vector<Measure> measures_of(const std::vector<NamedStandard>& standards, const std::vector<NamedMeasure>& understood) {
  std::vector<Measure> measures;
  for (const NamedMeasure& named : understood) {
    const NamedStandard* const standard = find(standards, named.standard);
    const std::optional<LimitOfReach> limit = standard == nullptr ? std::nullopt : limit_of(*standard);
    if (!limit || std::any_of(measures.begin(), measures.end(), [&](const Measure& each) { return each.key == named.key; })) continue;
    measures.push_back({named.key, named.kinds, named.way, limit->minutes, limit->metres, named.group, named.zh, named.en, standard->source, standard->unverified});
  }
  return measures;
}

}  // namespace

Terms terms_of(const std::vector<NamedStandard>& standards, const UnderstoodStandards& understood) {
  return {ratios_of(standards, understood.ratios), limits_of(standards, understood.limits), measures_of(standards, understood.measures)};
}

}  // namespace laoyou::planning
