#include "plan/stack/plan.h"

#include <algorithm>

#include "base/check.h"

namespace laoyou::plan {
namespace {

/// Adds the rows of a higher layer: a row with a known key replaces the lower one in its place.
template <class T>
void override_rows(Rows<T>& lower, const Rows<T>& upper) {
  std::map<std::string, std::size_t> known;
  for (std::size_t i = 0; i < lower.size(); ++i) known.emplace(row_key(lower[i].value), i);
  for (const Row<T>& row : upper) {
    const auto [found, fresh] = known.emplace(row_key(row.value), lower.size());
    if (fresh)
      lower.push_back(row);
    else
      lower[found->second] = row;
  }
}

template <class T>
void append_rows(Rows<T>& lower, const Rows<T>& upper) {
  lower.insert(lower.end(), upper.begin(), upper.end());
}

/// A goal of a lower layer that is set for days after the plan's last one is none of this plan's.
void leave_out_later_goals(Plan& plan) {
  if (!plan.runs_to) return;
  const std::string& own = plan.content.head.layer;
  Rows<Indicator>& rows = plan.content.indicators;
  for (Row<Indicator>& row : rows)
    if (row.layer != own) std::erase_if(row.value.target, [&](const Target& target) { return target.period.first_day() > *plan.runs_to; });
  std::erase_if(rows, [&](const Row<Indicator>& row) { return row.layer != own && row.value.target.empty(); });
}

}  // namespace

const Row<Indicator>* Plan::find_indicator(std::string_view key) const {
  const auto found = std::find_if(content.indicators.begin(), content.indicators.end(), [&](const auto& row) { return row.value.key == key; });
  return found == content.indicators.end() ? nullptr : &*found;
}

std::vector<Target> Plan::own_targets(std::string_view indicator, RegionCode region) const {
  std::vector<Target> targets;
  for (const auto& row : content.region_targets)
    if (row.value.indicator == indicator && row.value.region == region) targets.push_back(parse_target(row.value.period, row.value.target).value());
  return targets;
}

const Measure* Plan::find_measure(std::string_view unit) const {
  constexpr std::string_view k_any_unit = "*";
  const Measure* any = nullptr;
  for (const auto& row : content.measures) {
    if (row.value.unit == unit) return &row.value;
    if (row.value.unit == k_any_unit) any = &row.value;
  }
  return any;
}

bool Plan::written_for(std::string_view layer, RegionCode region) const {
  const auto found = layer_regions.find(layer);
  return found != layer_regions.end() && found->second == region;
}

std::size_t Plan::depth_of(std::string_view layer) const {
  const auto found = std::find(layers.rbegin(), layers.rend(), layer);
  return static_cast<std::size_t>(found - layers.rbegin());
}

Plan stack(const std::vector<Folder>& layers) {
  CHECK(!layers.empty());
  Plan plan;
  for (const Folder& layer : layers) {
    Folder& sum = plan.content;
    sum.head = layer.head;
    append_rows(sum.clauses, layer.clauses);
    append_rows(sum.register_fields, layer.register_fields);
    append_rows(sum.instruments, layer.instruments);
    override_rows(sum.units, layer.units);
    override_rows(sum.measures, layer.measures);
    override_rows(sum.roles, layer.roles);
    override_rows(sum.figures, layer.figures);
    override_rows(sum.indicators, layer.indicators);
    override_rows(sum.tasks, layer.tasks);
    override_rows(sum.milestones, layer.milestones);
    override_rows(sum.projects, layer.projects);
    override_rows(sum.policies, layer.policies);
    override_rows(sum.standards, layer.standards);
    append_rows(sum.documents, layer.documents);
    override_rows(sum.bodies, layer.bodies);
    override_rows(sum.posts, layer.posts);
    override_rows(sum.services, layer.services);
    override_rows(sum.terms, layer.terms);
    override_rows(sum.region_targets, layer.region_targets);
    override_rows(sum.subsidies, layer.subsidies);
    override_rows(sum.paid_subsidies, layer.paid_subsidies);
    override_rows(sum.bank_columns, layer.bank_columns);
    override_rows(sum.place_kinds, layer.place_kinds);
    override_rows(sum.travel_speeds, layer.travel_speeds);
    override_rows(sum.reach_limits, layer.reach_limits);
    override_rows(sum.reach_measures, layer.reach_measures);
    override_rows(sum.need_ratios, layer.need_ratios);
    override_rows(sum.estate_standards, layer.estate_standards);
    override_rows(sum.people_forecasts, layer.people_forecasts);
    override_rows(sum.evaluations, layer.evaluations);
    override_rows(sum.criteria, layer.criteria);
    override_rows(sum.regions, layer.regions);
    override_rows(sum.tiles, layer.tiles);
    override_rows(sum.parameters, layer.parameters);
    override_rows(sum.rules, layer.rules);
    append_rows(sum.examples, layer.examples);
    override_rows(sum.procedures, layer.procedures);
    override_rows(sum.working_days, layer.working_days);
    plan.layers.push_back(layer.head.value.plan);
    plan.layer_regions[layer.head.value.plan] = layer.head.value.region;
    plan.near_percent = layer.head.value.near_percent.value_or(plan.near_percent);
    if (const auto& percent = layer.head.value.confirm_percent) plan.confirm_percent = *percent;
    if (const auto& days = layer.head.value.report_within_days) plan.report_within_days = *days;
    if (const auto& stated = layer.head.value.signed_reports) plan.signed_reports = *stated;
    if (const auto& year = layer.head.value.reported_from) plan.reported_from = *year;
  }
  if (const auto& runs = plan.content.head.value.runs) {
    plan.runs_from = Date::parse(std::string_view(*runs).substr(0, 10)).value();
    plan.runs_to = Date::parse(std::string_view(*runs).substr(12)).value();
  }
  leave_out_later_goals(plan);
  return plan;
}

rules::BookSource book_source(const Plan& plan) {
  rules::BookSource source{plan.content.head.value.region, plan.runs_from, plan.runs_to, {}, {}};
  for (const auto& row : plan.content.parameters) source.parameters.push_back(row.value);
  for (const auto& row : plan.content.rules) source.rules.push_back(row.value);
  return source;
}

}  // namespace laoyou::plan
