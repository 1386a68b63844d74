#include "plan/stack/check_plan.h"

#include <algorithm>
#include <set>

#include "base/digits.h"
#include "base/shown_text.h"
#include "plan/stack/register_field.h"
#include "plan/stack/check_arrangement.h"
#include "plan/stack/check_evaluations.h"
#include "plan/stack/check_payments.h"
#include "plan/stack/check_reach.h"
#include "plan/stack/known_names.h"
#include "powers/over_a_region.h"
#include "record/sheet_rows.h"

namespace laoyou::plan {
namespace {

constexpr NotKnown k_clause{"plan.unknown_clause", "plan.mistyped_clause"};
constexpr NotKnown k_unit{"plan.unknown_unit", "plan.mistyped_unit"};
constexpr NotKnown k_task{"plan.unknown_task", "plan.mistyped_task"};
constexpr NotKnown k_indicator{"plan.unknown_indicator", "plan.mistyped_indicator"};

/// The key as it is compared: 1, 01 and １ are one number, also behind the list of a project.
std::string same_number(std::string_view key) {
  const std::string plain = half_width(key);
  const std::size_t dash = plain.rfind('-');
  const std::size_t start = dash == std::string::npos ? 0 : dash + 1;
  std::string number = plain.substr(start);
  if (!number.empty() && all_digits(number)) number.erase(0, std::min(number.find_first_not_of('0'), number.size() - 1));
  return plain.substr(0, start) + number;
}

template <class T>
void check_unique(const Folder& folder, const Rows<T>& rows, Refusals& refusals) {
  std::map<std::string, std::string> first;
  for (const auto& row : rows) {
    if (std::string(row_key(row.value)).empty() && folder.is_faulty(row.place)) continue;
    const auto [found, fresh] = first.emplace(same_number(row_key(row.value)), row.place);
    if (!fresh) refusals.push_back(at(row.place, refuse("plan.repeated_key", {std::string(row_key(row.value)), found->second})));
  }
}

/// A source is a clause, or a clause, a space and a detail.
void check_sources(const Folder& folder, Refusals& refusals) {
  if (folder.unread_files.contains("clauses.csv")) return;
  std::vector<std::string> clauses;
  for (const auto& clause : folder.clauses) clauses.push_back(clause.value.number);
  const auto known = [&](const std::string& source) {
    return std::any_of(clauses.begin(), clauses.end(), [&](const std::string& number) { return source == number || source.starts_with(number + " "); });
  };
  const auto check = [&](const auto& rows) {
    for (const auto& row : rows) {
      if (folder.is_faulty(row.place) || known(row.value.source)) continue;
      Refusal refusal = at(row.place, not_known(k_clause, row.value.source, clauses));
      // An indicator and its rule, and the three rules of a subsidy, stand in one place and name one source.
      if (refusals.empty() || refusals.back() != refusal) refusals.push_back(std::move(refusal));
    }
  };
  for_each_sourced(folder, check);
  check(folder.parameters);
  for (const auto& row : folder.rules)
    if (std::none_of(folder.indicators.begin(), folder.indicators.end(), [&](const auto& indicator) { return indicator.value.key == row.value.key; }))
      check(Rows<rules::RuleSource>{row});
}

void check_unit_names(const Folder& folder, const std::vector<Folder>& below, Refusals& refusals) {
  const std::vector<std::string> units = known_units(folder, below);
  const bool units_read = was_read("units.csv", folder, below);
  const auto check = [&](const std::vector<std::string>& names, const std::string& place) {
    if (!units_read || folder.is_faulty(place)) return;
    for (const std::string& name : names)
      if (!contains(units, name)) refusals.push_back(at(place, not_known(k_unit, name, units)));
  };
  for (const auto& row : folder.tasks) {
    check(row.value.lead, row.place);
    check(row.value.cooperate, row.place);
    if (row.value.lead.empty() && !folder.is_faulty(row.place)) refusals.push_back(at(row.place, refuse("plan.no_lead", {row.value.number})));
  }
  for (const auto& row : folder.policies) check(row.value.responsible, row.place);
  for (const auto& row : folder.indicators) check(row.value.lead, row.place);
}

/// A role for institutions or families with a power over the whole region says what it cannot give.
void check_roles(const Folder& folder, Refusals& refusals) {
  for (const auto& row : folder.roles) {
    if (folder.is_faulty(row.place) || !row.value.unit_kind || !powers::owns(*row.value.unit_kind)) continue;
    for (const powers::Power power : row.value.powers)
      if (powers::k_over_a_region.has(power)) refusals.push_back(at(row.place, refuse("plan.role_over_region", {row.value.role, record::Leaf<powers::Power>::to_json_text(power)})));
  }
}

bool well_shaped_key(std::string_view key) {
  return !key.empty() && key.front() >= 'a' && key.front() <= 'z' &&
         std::all_of(key.begin(), key.end(), [](char c) { return (c >= 'a' && c <= 'z') || is_digit(c) || c == '_'; });
}

template <class T>
void check_key_shapes(const Folder& folder, const Rows<T>& rows, Refusals& refusals) {
  for (const auto& row : rows)
    if (!folder.is_faulty(row.place) && !well_shaped_key(row_key(row.value))) refusals.push_back(at(row.place, refuse("plan.malformed_key", {row_key(row.value)})));
}

void check_indicators(const Folder& folder, Refusals& refusals) {
  for (const auto& row : folder.indicators)
    if (row.value.target.empty() && !folder.is_faulty(row.place)) refusals.push_back(at(row.place, refuse("plan.no_target", {row.value.key})));
}

void check_milestones(const Folder& folder, const std::vector<Folder>& below, Refusals& refusals) {
  const auto tasks = known_keys(&Folder::tasks, folder, below);
  const auto indicators = known_keys(&Folder::indicators, folder, below);
  const bool tasks_read = was_read("tasks.csv", folder, below), indicators_read = was_read("indicators.yaml", folder, below);
  for (const auto& row : folder.milestones) {
    const Milestone& milestone = row.value;
    if (folder.is_faulty(row.place)) continue;
    if (tasks_read && milestone.task && !contains(tasks, *milestone.task))
      refusals.push_back(at(row.place, not_known(k_task, *milestone.task, tasks)));
    if (indicators_read && milestone.indicator && !contains(indicators, *milestone.indicator))
      refusals.push_back(at(row.place, not_known(k_indicator, *milestone.indicator, indicators)));
  }
}

/// The signs that docs/write-a-plan.md gives for the value of a standard or figure.
void check_signs(const Folder& folder, Refusals& refusals) {
  const std::vector<std::string> signs{">=", "<=", "=", ">", "<", "in"};
  const auto check = [&](const auto& rows) {
    for (const auto& row : rows)
      if (row.value.comparator && !contains(signs, *row.value.comparator))
        refusals.push_back(at(row.place, refuse("plan.unknown_comparator", {*row.value.comparator})));
  };
  check(folder.standards);
  check(folder.figures);
}

/// The regions that this folder adds must have a place in the tree; all others must be known.
regions::RegionTree with_added(const Folder& folder, const std::vector<Folder>& below, const regions::RegionTree& regions) {
  std::vector<regions::Region> added;
  const auto take = [&](const Folder& layer) {
    for (const auto& row : layer.regions) added.push_back({row.value.code, row.value.name, true, row.value.note.value_or("")});
  };
  for (const Folder& layer : below) take(layer);
  take(folder);
  return regions.with(added);
}

void check_regions(const Folder& folder, const std::vector<Folder>& below, const regions::RegionTree& known, Refusals& refusals) {
  const RegionCode own = folder.head.value.region;
  const bool added_read = was_read("regions.csv", folder, below);
  const auto check = [&](RegionCode code, const std::string& place, bool inside) {
    if (folder.is_faulty(place)) return;
    if (added_read && !known.find(code)) refusals.push_back(at(place, refuse("plan.unknown_region", {code.text()})));
    if (inside && !own.contains(code)) refusals.push_back(at(place, refuse("plan.region_outside", {code.text(), own.text()})));
  };
  check(own, folder.head.place, false);
  for (const auto& row : folder.figures)
    if (row.value.region) check(*row.value.region, row.place, false);
  for (const auto& row : folder.units)
    if (row.value.region) check(*row.value.region, row.place, true);
  for (const auto& row : folder.projects)
    if (row.value.region) check(*row.value.region, row.place, true);
  for (const auto& row : folder.documents)
    if (row.value.region) check(*row.value.region, row.place, false);
  for (const auto& row : folder.region_targets) check(row.value.region, row.place, true);
  for (const auto& row : folder.tiles) check(row.value.region, row.place, true);
  for (const auto& row : folder.regions) {
    check(row.value.parent, row.place, true);
    if (folder.is_faulty(row.place)) continue;
    if (!row.value.parent.contains(row.value.code) || row.value.parent == row.value.code)
      refusals.push_back(at(row.place, refuse("plan.region_outside", {row.value.code.text(), row.value.parent.text()})));
  }
}

void check_tiles(const Folder& folder, Refusals& refusals) {
  constexpr std::int32_t k_tile_max = 99;
  std::set<std::pair<int, int>> taken;
  for (const auto& row : folder.tiles) {
    const auto [region, column, line] = row.value;
    if (folder.is_faulty(row.place)) continue;
    if (column < 0 || column > k_tile_max || line < 0 || line > k_tile_max)
      refusals.push_back(at(row.place, refuse("plan.tile_outside", {std::to_string(column), std::to_string(line), std::to_string(k_tile_max)})));
    else if (!taken.emplace(column, line).second)
      refusals.push_back(at(row.place, refuse("plan.shared_tile", {std::to_string(column), std::to_string(line)})));
  }
}

bool well_shaped_runs(const std::string& runs) {
  if (runs.size() != 22 || runs.substr(10, 2) != "..") return false;
  const auto from = Date::parse(runs.substr(0, 10)), to = Date::parse(runs.substr(12));
  return from && to && *from <= *to;
}

void check_head(const Folder& folder, Refusals& refusals) {
  const Head& head = folder.head.value;
  if (head.runs && !well_shaped_runs(*head.runs)) refusals.push_back(at(folder.head_place("runs"), refuse("plan.malformed_runs", {*head.runs})));
  if (head.near_percent && (*head.near_percent < 0 || *head.near_percent > 100))
    refusals.push_back(at(folder.head_place("near_percent"), refuse("plan.near_percent_outside", {std::to_string(*head.near_percent)})));
  if (!head.plan.empty() && !well_shaped_key(head.plan)) refusals.push_back(at(folder.head_place("plan"), refuse("plan.malformed_key", {head.plan})));
}

}  // namespace

Refusals check_folder(const Folder& folder, const std::vector<Folder>& below, const regions::RegionTree& regions) {
  Refusals refusals;
  check_head(folder, refusals);
  check_unique(folder, folder.clauses, refusals);
  for_each_sourced(folder, [&](const auto& rows) { check_unique(folder, rows, refusals); });
  check_unique(folder, folder.measures, refusals);
  check_unique(folder, folder.roles, refusals);
  check_roles(folder, refusals);
  check_register_fields(folder, refusals);
  check_unique(folder, folder.tiles, refusals);
  check_unique(folder, folder.parameters, refusals);
  check_unique(folder, folder.rules, refusals);
  check_key_shapes(folder, folder.indicators, refusals);
  check_key_shapes(folder, folder.figures, refusals);
  check_key_shapes(folder, folder.milestones, refusals);
  check_key_shapes(folder, folder.standards, refusals);
  check_key_shapes(folder, folder.documents, refusals);
  check_key_shapes(folder, folder.bodies, refusals);
  check_key_shapes(folder, folder.services, refusals);
  check_key_shapes(folder, folder.terms, refusals);
  check_key_shapes(folder, folder.evaluations, refusals);
  check_key_shapes(folder, folder.parameters, refusals);
  check_key_shapes(folder, folder.rules, refusals);
  check_sources(folder, refusals);
  check_unit_names(folder, below, refusals);
  check_indicators(folder, refusals);
  check_milestones(folder, below, refusals);
  check_signs(folder, refusals);
  check_arrangement(folder, below, refusals);
  check_payments(folder, below, refusals);
  check_reach(folder, below, refusals);
  check_evaluations(folder, below, refusals);
  check_regions(folder, below, with_added(folder, below, regions), refusals);
  check_tiles(folder, refusals);
  return refusals;
}

}  // namespace laoyou::plan
