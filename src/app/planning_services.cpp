#include "app/planning_services.h"

#include <algorithm>
#include <set>

namespace laoyou::app {
namespace {

/// The plans around a place, the nearest first.
std::vector<std::shared_ptr<const plan::Plan>> plans_around(const plan::Library& library, RegionCode region) {
  std::vector<std::shared_ptr<const plan::Plan>> around;
  for (const auto& [key, each] : library.plans)
    if (each->content.head.value.region.contains(region)) around.push_back(each);
  std::stable_sort(around.begin(), around.end(), [](const auto& a, const auto& b) { return a->content.head.value.region.level() > b->content.head.value.region.level(); });
  return around;
}

/// The rows that the plans around a place have of themselves, the nearest plan's first; of those with one key the first.
template <class T>
std::vector<T> rows_around(const plan::Library& library, RegionCode region, const plan::Rows<T> plan::Folder::*rows) {
  std::vector<T> found;
  std::set<std::string> keys;
  for (const auto& each : plans_around(library, region))
    for (const plan::Row<T>& row : each->content.*rows)
      if (row.layer == each->content.head.value.plan && keys.insert(std::string(row_key(row.value))).second) found.push_back(row.value);
  return found;
}

/// A number of a plan's table, for reckoning.
double plain_number(const Decimal& decimal) { return static_cast<double>(decimal.millionths()) / static_cast<double>(Decimal::k_one); }

/// Half of the last digit given: 0.05 of "7.5".
double half_of_last_digit(const std::string& text) {
  const std::size_t point = text.find('.');
  const std::size_t places = point == std::string::npos ? 0 : text.size() - point - 1;
  double unit = 1;
  for (std::size_t place = 0; place < places; ++place) unit /= 10;
  return unit / 2;
}

}  // namespace

std::vector<planning::EstateRule> planning_estate_rules(const plan::Library& library, RegionCode region) {
  std::vector<planning::EstateRule> rules;
  const auto understood = rows_around(library, region, &plan::Folder::estate_standards);
  for (const auto& each : plans_around(library, region))
    for (const plan::EstateStandard& named : understood)
      for (const auto& row : each->content.standards) {
        if (row.value.key != named.standard || !row.value.value) continue;
        const Result<Decimal> value = Decimal::parse(*row.value.value);
        if (!value) continue;
        const bool own = row.layer == each->content.head.value.plan && region != RegionCode();
        const bool lower = each->content.head.value.region.level() == RegionLevel::country;
        if (!own && !lower) continue;  // a lower layer's row comes with its own plan
        rules.push_back({named.space, named.newly_built, std::stod(value->text()), lower ? std::nullopt : each->content.head.value.issued, row.value.name,
                         each->content.head.value.title + " " + row.value.source, row.value.unverified});
      }
  return rules;
}

namespace {

/// All standards of the plans around the place, the nearest plan's first.
std::vector<planning::NamedStandard> standards_around(const plan::Library& library, RegionCode region) {
  std::vector<planning::NamedStandard> standards;
  for (const auto& each : plans_around(library, region))
    for (const auto& row : each->content.standards) {
      const bool own = row.layer == each->content.head.value.plan;
      if (!own || !row.value.value) continue;  // a lower layer's row comes with its own plan
      const bool country = each->content.head.value.region.level() == RegionLevel::country;
      standards.push_back({row.value.key, *row.value.value, row.value.unit.value_or(""), (country ? "" : each->content.head.value.title + " ") + row.value.source, row.value.unverified});
    }
  return standards;
}

planning::UnderstoodStandards understood_around(const plan::Library& library, RegionCode region) {
  planning::UnderstoodStandards understood;
  for (const plan::ReachLimit& row : rows_around(library, region, &plan::Folder::reach_limits)) understood.limits.push_back(row.standard);
  for (const plan::ReachMeasure& row : rows_around(library, region, &plan::Folder::reach_measures))
    understood.measures.push_back({row.measure, row.standard, row.kinds, row.way, row.group, row.name, row.name_en});
  for (const plan::NeedRatio& row : rows_around(library, region, &plan::Folder::need_ratios))
    understood.ratios.push_back({row.standard, row.gives, row.per_people, row.from_age, row.to_age, row.name, row.name_en});
  return understood;
}

}  // namespace

planning::Terms planning_terms(const plan::Library& library, RegionCode region) { return planning::terms_of(standards_around(library, region), understood_around(library, region)); }

planning::GoingRules planning_going_rules(const plan::Library& library, RegionCode region) {
  planning::GoingRules rules;
  for (const plan::PlaceKind& row : rows_around(library, region, &plan::Folder::place_kinds)) rules.kinds.push_back({row.kind, row.group, row.unit});
  for (const plan::TravelSpeed& row : rows_around(library, region, &plan::Folder::travel_speeds)) {
    const std::string source = row.note ? *row.note + "（" + row.source + "）" : row.source;
    rules.ways.push_back({row.way, plain_number(row.metres_per_minute), source, row.unverified});
  }
  // Whatever plan says it, in the order in which people are used to see them.
  std::sort(rules.kinds.begin(), rules.kinds.end(), [](const auto& a, const auto& b) { return a.kind < b.kind; });
  std::sort(rules.ways.begin(), rules.ways.end(), [](const auto& a, const auto& b) { return a.way < b.way; });
  return rules;
}

std::vector<planning::PlanFigure> planning_figures(const plan::Library& library, RegionCode region) {
  std::vector<planning::PlanFigure> figures;
  const auto understood = rows_around(library, region, &plan::Folder::people_forecasts);
  for (const auto& each : plans_around(library, region))
    for (const plan::PeopleForecast& named : understood)
      for (const auto& row : each->content.figures) {
        if (row.value.key != named.figure) continue;
        const double unit = row.value.unit == "万人" ? 10'000 : 1;
        figures.push_back({row.value.name, each->content.head.value.title + " " + row.value.source, row.value.period.last_day().year(), std::stod(row.value.value.text()) * unit,
                           half_of_last_digit(row.value.value.text()) * unit, named.from_age, named.to_age, row.value.region.value_or(each->content.head.value.region), row.value.unverified});
      }
  return figures;
}

}  // namespace laoyou::app
