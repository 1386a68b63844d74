#include "plan/check_plan.h"

#include <algorithm>
#include <set>

#include "base/digits.h"
#include "base/messages.h"
#include "base/nearest.h"
#include "record/sheet_rows.h"

namespace laoyou::plan {
namespace {

std::string hint(std::string_view text, const std::vector<std::string>& known) {
  const std::string near = nearest(text, known);
  return near.empty() ? "" : message("hint.nearest", {near}, Language::zh);
}

/// The keys of one kind of row in the folder and the layers below it.
template <class T>
std::vector<std::string> known_keys(const Rows<T> Folder::*rows, const Folder& folder, const std::vector<Folder>& below) {
  std::vector<std::string> keys;
  for (const auto& row : folder.*rows) keys.push_back(std::string(row_key(row.value)));
  for (const Folder& layer : below)
    for (const auto& row : layer.*rows) keys.push_back(std::string(row_key(row.value)));
  return keys;
}

bool contains(const std::vector<std::string>& keys, std::string_view key) { return std::find(keys.begin(), keys.end(), key) != keys.end(); }

template <class T>
void check_unique(const Rows<T>& rows, Refusals& refusals) {
  std::map<std::string, std::string> first;
  for (const auto& row : rows) {
    const auto [found, fresh] = first.emplace(row_key(row.value), row.place);
    if (!fresh) refusals.push_back(at(row.place, refuse("plan.repeated_key", {found->first, found->second})));
  }
}

/// A source is a clause, or a clause, a space and a detail.
void check_sources(const Folder& folder, Refusals& refusals) {
  std::vector<std::string> clauses;
  for (const auto& clause : folder.clauses) clauses.push_back(clause.value.number);
  const auto known = [&](const std::string& source) {
    return std::any_of(clauses.begin(), clauses.end(), [&](const std::string& number) { return source == number || source.starts_with(number + " "); });
  };
  for_each_sourced(folder, [&](const auto& rows) {
    for (const auto& row : rows)
      if (!known(row.value.source)) refusals.push_back(at(row.place, refuse("plan.unknown_clause", {row.value.source, hint(row.value.source, clauses)})));
  });
}

void check_unit_names(const Folder& folder, const std::vector<Folder>& below, Refusals& refusals) {
  const std::vector<std::string> units = known_keys(&Folder::units, folder, below);
  const auto check = [&](const std::vector<std::string>& names, const std::string& place) {
    for (const std::string& name : names)
      if (!contains(units, name)) refusals.push_back(at(place, refuse("plan.unknown_unit", {name, hint(name, units)})));
  };
  for (const auto& row : folder.tasks) {
    check(row.value.lead, row.place);
    check(row.value.cooperate, row.place);
    if (row.value.lead.empty()) refusals.push_back(at(row.place, refuse("plan.no_lead", {row.value.number})));
  }
  for (const auto& row : folder.policies) check(row.value.responsible, row.place);
  for (const auto& row : folder.indicators) check(row.value.lead, row.place);
}

bool well_shaped_key(std::string_view key) {
  return !key.empty() && key.front() >= 'a' && key.front() <= 'z' &&
         std::all_of(key.begin(), key.end(), [](char c) { return (c >= 'a' && c <= 'z') || is_digit(c) || c == '_'; });
}

template <class T>
void check_key_shapes(const Rows<T>& rows, Refusals& refusals) {
  for (const auto& row : rows)
    if (!well_shaped_key(row_key(row.value))) refusals.push_back(at(row.place, refuse("plan.malformed_key", {row_key(row.value)})));
}

void check_indicators(const Folder& folder, Refusals& refusals) {
  for (const auto& row : folder.indicators)
    if (row.value.target.empty()) refusals.push_back(at(row.place, refuse("plan.no_target", {row.value.key})));
}

void check_milestones(const Folder& folder, const std::vector<Folder>& below, Refusals& refusals) {
  const auto tasks = known_keys(&Folder::tasks, folder, below);
  const auto indicators = known_keys(&Folder::indicators, folder, below);
  for (const auto& row : folder.milestones) {
    const Milestone& milestone = row.value;
    if (!contains(tasks, milestone.task)) refusals.push_back(at(row.place, refuse("plan.unknown_task", {milestone.task, hint(milestone.task, tasks)})));
    if (milestone.indicator && !contains(indicators, *milestone.indicator))
      refusals.push_back(at(row.place, refuse("plan.unknown_indicator", {*milestone.indicator, hint(*milestone.indicator, indicators)})));
  }
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

void check_regions(const Folder& folder, const regions::RegionTree& known, Refusals& refusals) {
  const RegionCode own = folder.head.value.region;
  const auto check = [&](RegionCode code, const std::string& place, bool inside) {
    if (!known.find(code)) refusals.push_back(at(place, refuse("plan.unknown_region", {code.text()})));
    if (inside && !own.contains(code)) refusals.push_back(at(place, refuse("plan.region_outside", {code.text(), own.text()})));
  };
  check(own, folder.head.place, false);
  for (const auto& row : folder.figures)
    if (row.value.region) check(*row.value.region, row.place, false);
  for (const auto& row : folder.units)
    if (row.value.region) check(*row.value.region, row.place, true);
  for (const auto& row : folder.projects)
    if (row.value.region) check(*row.value.region, row.place, true);
  for (const auto& row : folder.tiles) check(row.value.region, row.place, true);
  for (const auto& row : folder.regions) {
    check(row.value.parent, row.place, true);
    if (!row.value.parent.contains(row.value.code) || row.value.parent == row.value.code)
      refusals.push_back(at(row.place, refuse("plan.region_outside", {row.value.code.text(), row.value.parent.text()})));
  }
}

void check_tiles(const Folder& folder, Refusals& refusals) {
  std::set<std::pair<int, int>> taken;
  for (const auto& row : folder.tiles)
    if (!taken.emplace(row.value.column, row.value.row).second)
      refusals.push_back(at(row.place, refuse("plan.shared_tile", {std::to_string(row.value.column), std::to_string(row.value.row)})));
}

void check_head(const Folder& folder, Refusals& refusals) {
  const auto& runs = folder.head.value.runs;
  if (!runs) return;
  const bool shaped = runs->size() == 22 && runs->substr(10, 2) == ".." && Date::parse(runs->substr(0, 10)) && Date::parse(runs->substr(12)) &&
                      *Date::parse(runs->substr(0, 10)) <= *Date::parse(runs->substr(12));
  if (!shaped) refusals.push_back(at(folder.head.place, refuse("plan.malformed_runs", {*runs})));
}

}  // namespace

Refusals check_folder(const Folder& folder, const std::vector<Folder>& below, const regions::RegionTree& regions) {
  Refusals refusals;
  check_head(folder, refusals);
  check_unique(folder.clauses, refusals);
  for_each_sourced(folder, [&](const auto& rows) { check_unique(rows, refusals); });
  check_unique(folder.tiles, refusals);
  check_key_shapes(folder.indicators, refusals);
  check_key_shapes(folder.figures, refusals);
  check_key_shapes(folder.milestones, refusals);
  check_key_shapes(folder.standards, refusals);
  check_sources(folder, refusals);
  check_unit_names(folder, below, refusals);
  check_indicators(folder, refusals);
  check_milestones(folder, below, refusals);
  check_regions(folder, with_added(folder, below, regions), refusals);
  check_tiles(folder, refusals);
  return refusals;
}

}  // namespace laoyou::plan
