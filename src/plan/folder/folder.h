// One plan folder as text files into rows: one layer, not yet stacked and not yet checked against other rows.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "plan/folder/arrangement_records.h"
#include "plan/folder/evaluation_records.h"
#include "plan/folder/instrument.h"
#include "plan/folder/payment_records.h"
#include "plan/folder/reach_records.h"
#include "plan/folder/records.h"
#include "plan/folder/register_field_row.h"
#include "plan/folder/rule_rows.h"
#include "powers/role.h"
#include "procedures/procedure.h"
#include "procedures/working_day.h"

namespace laoyou::plan {

/// A row, the layer it came from and where it stands ("plans/karamay/tasks.csv:4:1").
template <class T>
struct Row {
  T value;
  std::string layer;
  std::string place;
};

template <class T>
using Rows = std::vector<Row<T>>;

/// Everything one folder holds.
struct Folder {
  Row<Head> head;
  Rows<Clause> clauses;
  Rows<Unit> units;
  Rows<Measure> measures;
  Rows<powers::Role> roles;
  Rows<RegisterField> register_fields;
  Rows<Figure> figures;
  Rows<Indicator> indicators;
  Rows<Task> tasks;
  Rows<Milestone> milestones;
  Rows<Project> projects;
  Rows<Policy> policies;
  Rows<Standard> standards;
  Rows<Document> documents;
  Rows<Body> bodies;
  Rows<Post> posts;
  Rows<PlaceService> services;
  Rows<Term> terms;
  Rows<RegionTarget> region_targets;
  Rows<Subsidy> subsidies;  ///< of rules.yaml, for showing; its rules stand under `rules`
  Rows<PaidSubsidy> paid_subsidies;  ///< subsidies.csv
  Rows<BankColumn> bank_columns;     ///< bank_layouts.csv
  Rows<PlaceKind> place_kinds;
  Rows<TravelSpeed> travel_speeds;
  Rows<ReachLimit> reach_limits;
  Rows<ReachMeasure> reach_measures;
  Rows<NeedRatio> need_ratios;
  Rows<EstateStandard> estate_standards;  ///< estate_rules.csv
  Rows<PeopleForecast> people_forecasts;
  Rows<Evaluation> evaluations;      ///< evaluations.yaml
  Rows<Criterion> criteria;
  Rows<AddedRegion> regions;
  Rows<PlacedTile> tiles;
  Rows<Instrument> instruments;
  Rows<rules::ParameterSource> parameters;
  Rows<rules::RuleSource> rules;  ///< of rules.yaml, and the values of indicators
  Rows<Example> examples;
  Rows<procedures::Procedure> procedures;
  Rows<procedures::WorkingDay> working_days;

  /// Files that could not be read at all: what refers to their rows is not checked, or one fault would be told as many.
  std::set<std::string> unread_files;
  /// The head does not tell, or not rightly, which layers lie below.
  bool layers_unknown = false;
  /// Where the members of plan.yaml stand, by name.
  std::map<std::string, std::string, std::less<>> head_places;
  /// The place of a member of the head, or of the head where it has none.
  const std::string& head_place(std::string_view member) const {
    const auto found = head_places.find(member);
    return found == head_places.end() ? head.place : found->second;
  }
  /// Places of rows that were refused in part. They stay, so that what refers to them by key is right; nothing more is asked of them.
  std::set<std::string> faulty_rows;

  bool is_faulty(const std::string& place) const { return faulty_rows.contains(place); }
};

/// Calls f(rows of one kind) for each kind of row that names a clause as its source.
template <class F>
void for_each_sourced(auto& folder, F&& f) {
  f(folder.units);
  f(folder.figures);
  f(folder.indicators);
  f(folder.tasks);
  f(folder.milestones);
  f(folder.projects);
  f(folder.policies);
  f(folder.standards);
  f(folder.documents);
  f(folder.bodies);
  f(folder.posts);
  f(folder.services);
  f(folder.terms);
  f(folder.region_targets);
  f(folder.paid_subsidies);
  f(folder.place_kinds);
  f(folder.travel_speeds);
  f(folder.reach_limits);
  f(folder.reach_measures);
  f(folder.need_ratios);
  f(folder.estate_standards);
  f(folder.people_forecasts);
  f(folder.evaluations);
  f(folder.criteria);
  f(folder.regions);
  f(folder.instruments);
}

/// Reads a folder. What cannot be read is added to `refusals` with "path:line:column"; the rest is still returned, so that every error of the
/// folder can be told at once. A file that does not belong to a plan is refused too ("plan.unknown_file").
Folder read_folder(const std::filesystem::path& folder, Refusals& refusals);

}  // namespace laoyou::plan
