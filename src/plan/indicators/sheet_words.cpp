#include "plan/indicators/sheet_words.h"

#include <algorithm>
#include <array>

#include "base/digits.h"
#include "base/shown_text.h"
#include "record/typed_text.h"

namespace laoyou::plan {
namespace {

struct PeriodWord {
  std::string_view word, code;
};
// The first of each code is the one that is written.
constexpr std::array<PeriodWord, 10> k_period_words{{{"上半年", "H1"}, {"下半年", "H2"}, {"第一季度", "Q1"}, {"第二季度", "Q2"}, {"第三季度", "Q3"}, {"第四季度", "Q4"},
                                                     {"第1季度", "Q1"}, {"第2季度", "Q2"}, {"第3季度", "Q3"}, {"第4季度", "Q4"}}};
constexpr std::string_view k_year_word = "年";
constexpr std::size_t k_year_digits = 4;

/// The places within `scope` that are called so; more than one is as good as many.
std::vector<RegionCode> places_called(const Library& library, std::string_view name, RegionCode scope) {
  constexpr std::size_t k_looked_at = 8;
  std::vector<RegionCode> called;
  for (const regions::Region& region : library.regions.search(name, scope, k_looked_at))
    if (region.name == name) called.push_back(region.code);
  return called;
}

/// The place of a name written from above ("柳州市鱼峰区", "广西壮族自治区柳州市鱼峰区"): the names of higher places are taken off its beginning one by one.
std::vector<RegionCode> places_on_the_way(const Library& library, std::string_view name, RegionCode scope) {
  std::string_view rest = name;
  RegionCode within = scope;
  for (const regions::Region& above : library.regions.path(scope))
    if (rest.starts_with(above.name) && rest.size() > above.name.size()) rest.remove_prefix(above.name.size());
  for (bool lower = true; lower;) {
    lower = false;
    for (const regions::Region& part : library.regions.children(within)) {
      if (rest == part.name) return {part.code};
      if (!rest.starts_with(part.name)) continue;
      rest.remove_prefix(part.name.size());
      within = part.code;
      lower = true;
      break;
    }
  }
  return rest == name ? std::vector<RegionCode>() : places_called(library, rest, within);
}

}  // namespace

Result<const Row<Indicator>*> indicator_named(const Plan& plan, std::string_view text) {
  const std::string_view name = trimmed(text);
  if (const Row<Indicator>* row = plan.find_indicator(name)) return row;
  const Row<Indicator>* found = nullptr;
  for (const auto& row : plan.content.indicators) {
    if (row.value.name != name) continue;
    if (found != nullptr) return refuse("readings.name_of_several", {std::string(name)});
    found = &row;
  }
  if (found == nullptr) return refuse("readings.unknown_indicator", {std::string(name)});
  return found;
}

std::string indicator_words(const Plan& plan, const Indicator& indicator) {
  const auto found = indicator_named(plan, indicator.name);
  return found && (*found)->value.key == indicator.key ? indicator.name : indicator.key;
}

Result<RegionCode> region_named(const Library& library, std::string_view text, RegionCode scope) {
  const std::string plain = half_width(trimmed(text));
  if (all_digits(plain)) {
    const Result<RegionCode> code = RegionCode::parse(plain);
    if (code && !library.regions.find(*code)) return refuse("readings.unknown_place", {plain});
    return code;
  }
  std::vector<RegionCode> called = places_called(library, trimmed(text), scope);
  if (called.empty()) called = places_on_the_way(library, trimmed(text), scope);
  if (called.empty()) return refuse("readings.unknown_place", {std::string(trimmed(text))});
  if (called.size() > 1) return refuse("readings.name_of_several", {std::string(trimmed(text))});
  return called.front();
}

std::string region_words(const Library& library, RegionCode region, RegionCode scope) {
  const std::string name = library.regions.name(region);
  const Result<RegionCode> found = region_named(library, name, scope);
  return found && *found == region ? name : region.text();
}

Result<Period> period_named(std::string_view text) {
  const std::string plain = half_width(trimmed(text));
  if (plain.size() > k_year_digits && all_digits(std::string_view(plain).substr(0, k_year_digits))) {
    std::string_view rest = std::string_view(plain).substr(k_year_digits);
    if (rest.starts_with(k_year_word)) rest.remove_prefix(k_year_word.size());
    for (const PeriodWord& each : k_period_words)
      if (rest == each.word) return Period::parse(plain.substr(0, k_year_digits) + "-" + std::string(each.code));
  }
  return Period::parse(record::typed_period(plain));
}

std::string period_words(const Period& period) {
  const std::string code = period.text();
  const std::string year = code.substr(0, k_year_digits) + std::string(k_year_word);
  const Date first = period.first_day();
  switch (period.kind()) {
    case PeriodKind::year: return year;
    case PeriodKind::month: return year + std::to_string(first.month()) + "月";
    case PeriodKind::day: return year + std::to_string(first.month()) + "月" + std::to_string(first.day()) + "日";
    case PeriodKind::half:
    case PeriodKind::quarter: break;
  }
  const auto word = std::find_if(k_period_words.begin(), k_period_words.end(), [&](const PeriodWord& each) { return code.ends_with(each.code); });
  return word == k_period_words.end() ? code : year + std::string(word->word);
}

std::vector<std::string> place_choices(const Library& library, RegionCode within) {
  constexpr std::size_t k_choices_max = 3'000;
  std::vector<RegionCode> places{within};
  for (std::size_t next = 0; next < places.size(); ++next) {
    if (places.size() + library.regions.children_count(places[next]) > k_choices_max) return {};
    for (const regions::Region& part : library.regions.children(places[next])) places.push_back(part.code);
  }
  std::vector<std::string> words;
  for (const RegionCode place : places) words.push_back(region_words(library, place, within));
  return words;
}

}  // namespace laoyou::plan
