#include "app/planning_services.h"

#include <algorithm>

#include "planning/plan_names.h"

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
  for (const auto& each : plans_around(library, region))
    for (const planning::EstateStandard& named : planning::estate_standards())
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

std::vector<planning::NamedStandard> planning_standards(const plan::Library& library, RegionCode region) {
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

std::vector<planning::PlanFigure> planning_figures(const plan::Library& library, RegionCode region) {
  std::vector<planning::PlanFigure> figures;
  for (const auto& each : plans_around(library, region))
    for (const planning::FigureName& named : planning::figure_names())
      for (const auto& row : each->content.figures) {
        if (row.value.key != named.figure) continue;
        const double unit = row.value.unit == "万人" ? 10'000 : 1;
        figures.push_back({row.value.name, each->content.head.value.title + " " + row.value.source, row.value.period.last_day().year(), std::stod(row.value.value.text()) * unit,
                           half_of_last_digit(row.value.value.text()) * unit, named.from_age, named.to_age, row.value.region.value_or(each->content.head.value.region), row.value.unverified});
      }
  return figures;
}

}  // namespace laoyou::app
