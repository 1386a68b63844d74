#include "plan/indicators/indicator_answers.h"

#include <algorithm>

#include "plan/indicators/latest_series.h"
#include "plan/indicators/place_state.h"
#include "plan/indicators/readings.h"

namespace laoyou::plan {
namespace {

std::vector<IndicatorState> states_of(const ReadingsView& readings, const Library& library, const Plan& plan, RegionCode region, Date today) {
  const ChosenReadings own = readings_of_region(readings, plan, region);
  std::vector<IndicatorState> states;
  for (const auto& row : plan.content.indicators) {
    const std::vector<Actual> series = latest_series(row, plan.written_for(row.layer, region), own.of(region, row.value.key), today);
    states.push_back(state_at({library, plan, today}, row, region, series, readings_below(readings, plan, row, region)));
  }
  own_layer_first(plan, states);
  return states;
}

void count_light(Light light, auto& counts) {
  switch (light) {
    case Light::met: ++counts.met; break;
    case Light::near: ++counts.near; break;
    case Light::behind: ++counts.behind; break;
    case Light::not_reported: ++counts.not_reported; break;
    case Light::no_target: ++counts.no_target; break;
  }
}

std::vector<GroupLights> group_lights(const std::vector<IndicatorState>& states) {
  std::vector<GroupLights> groups;
  for (const Group group : {Group::elderly, Group::childcare, Group::both}) {
    GroupLights lights{group};
    for (const IndicatorState& state : states)
      if (state.group == group) count_light(state.light, lights);
    if (lights.met + lights.near + lights.behind + lights.not_reported + lights.no_target > 0) groups.push_back(lights);
  }
  return groups;
}

/// The dated tasks: those still to come by date, then those passed, the latest first.
std::vector<DueTask> dated_tasks(const std::vector<TaskRow>& tasks, Date today) {
  std::vector<DueTask> dated;
  for (const TaskRow& task : tasks) {
    std::vector<Date> dates = task.due;
    for (const MilestoneRow& milestone : task.milestones)
      if (milestone.due) dates.push_back(*milestone.due);
    if (dates.empty()) continue;
    std::sort(dates.begin(), dates.end());
    const auto next = std::find_if(dates.begin(), dates.end(), [&](Date date) { return date >= today; });
    const Date due = next == dates.end() ? dates.back() : *next;
    dated.push_back({task.number, task.title, task.title_en, due, due.days() - today.days()});
  }
  std::stable_sort(dated.begin(), dated.end(), [](const DueTask& a, const DueTask& b) {
    if ((a.days_left < 0) != (b.days_left < 0)) return b.days_left < 0;
    return a.days_left < 0 ? a.days_left > b.days_left : a.days_left < b.days_left;
  });
  return dated;
}

}  // namespace

IndicatorList indicator_list(const ReadingsView& readings, const Library& library, const Plan& plan, RegionCode region, std::optional<Group> group, Date today) {
  IndicatorList list{region, library.regions.name(region), region.level(), states_of(readings, library, plan, region, today)};
  if (group) std::erase_if(list.rows, [&](const IndicatorState& state) { return state.group != *group && state.group != Group::both; });
  return list;
}

Result<IndicatorDetail> indicator_detail(const ReadingsView& readings, const Library& library, const Plan& plan, std::string_view indicator, RegionCode region,
                                         Date today) {
  const Row<Indicator>* row = plan.find_indicator(indicator);
  if (row == nullptr) return refuse("indicators.not_found", {std::string(indicator)});
  const RegionCode whole_region = plan.content.head.value.region;
  IndicatorDetail detail;
  detail.region = region;
  detail.region_name = library.regions.name(region);
  detail.level = region.level();
  for (const regions::Region& step : library.regions.path(region))
    if (whole_region.contains(step.code)) detail.path.push_back({step.code, step.name, step.code.level()});
  const bool deeper = !row->value.down_to || region.level() < *row->value.down_to;
  const std::vector<regions::Region> parts = deeper ? library.regions.children(region) : std::vector<regions::Region>();
  const ChosenReadings own = readings.choose(region, {plan.content.head.value.plan, row->value.key, {region}});
  const ChosenReadings by_part = readings_of_parts(readings, plan, row->value.key, region, parts);
  detail.series = value_series(*row, plan.written_for(row->layer, region), own.of(region, row->value.key), today);
  const ChosenReadings below = readings_below(readings, plan, *row, region);
  const Asking asking{library, plan, today};
  detail.indicator = state_at(asking, *row, region, detail.series, below);
  for (const regions::Region& part : parts) {
    const IndicatorState state = state_at(asking, *row, part.code, latest_series(*row, plan.written_for(row->layer, part.code), by_part.of(part.code, row->value.key), today), below);
    detail.children.push_back({part.code, part.name, part.code.level(), state.actual, state.light, state.gap, std::nullopt, std::nullopt, state.target, state.parts});
  }
  rank_children(row->value, detail.children);
  return detail;
}

PlanSummary plan_summary(const ReadingsView& readings, const Library& library, const Plan& plan, RegionCode region, RegionCode scope, Date today) {
  PlanSummary summary;
  summary.region = region;
  summary.region_name = library.regions.name(region);
  const std::vector<IndicatorState> states = states_of(readings, library, plan, region, today);
  for (const IndicatorState& state : states) {
    count_light(state.light, summary.lights);
    if (state.actual && (!summary.as_of || *summary.as_of < state.actual->period)) summary.as_of = state.actual->period;
  }
  summary.lights_by_group = group_lights(states);
  const std::vector<TaskRow> tasks = task_rows(plan, today);
  std::vector<DueTask> dated = dated_tasks(tasks, today);
  summary.due_count = static_cast<std::int32_t>(dated.size());
  summary.overdue_count = static_cast<std::int32_t>(std::count_if(tasks.begin(), tasks.end(), [](const TaskRow& task) { return task.state == TaskState::overdue; }));
  constexpr std::size_t k_next_due_max = 8;
  if (dated.size() > k_next_due_max) dated.resize(k_next_due_max);
  summary.next_due = std::move(dated);
  summary.project_totals = project_totals(project_rows(library, plan, scope));
  for (FigureRow& figure : figure_rows(library, plan))
    if (figure.layer == plan.content.head.layer) summary.figures.push_back(std::move(figure));
  return summary;
}

}  // namespace laoyou::plan
