// A plan as the platform runs it: its layers stacked, later layers replacing rows of earlier ones by key.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "plan/folder/folder.h"
#include "regions/region_tree.h"
#include "rules/tree/book.h"

namespace laoyou::registry {
class FactsLayout;
}

namespace laoyou::plan {

/// The stacked plan; immutable once made, shared by every request.
struct Plan {
  Folder content;                   ///< the head of the topmost layer, the rows of all layers
  std::vector<std::string> layers;  ///< from the lowest (national) to the plan itself
  std::optional<Date> runs_from, runs_to;
  std::shared_ptr<const rules::Book> book;  ///< its rules, checked; null until load_plan() made it
  std::shared_ptr<const registry::FactsLayout> facts_layout;  ///< whose positions the book reads: facts that its rules are asked over are made by it
  int near_percent = 0;             ///< this and the next four: of the topmost layer that states it
  std::optional<int> confirm_percent, reported_from, report_within_days;
  bool signed_reports = false;      ///< values of places below count once the level above has signed their report
  std::map<std::string, RegionCode, std::less<>> layer_regions;  ///< the place each layer was written for

  const Row<Indicator>* find_indicator(std::string_view key) const;
  /// The targets that targets.csv gives a region for an indicator.
  std::vector<Target> own_targets(std::string_view indicator, RegionCode region) const;
  /// How values of this unit must be; null where no layer says.
  const Measure* find_measure(std::string_view unit) const;
  /// Whether a row of this layer speaks of `region` itself, not of a place around it.
  bool written_for(std::string_view layer, RegionCode region) const;
  /// 0 for the plan's own layer, 1 for the layer right below it, and so on.
  std::size_t depth_of(std::string_view layer) const;
};

/// The layers of a plan one over the other. Rows are matched by key (task, policy: number; project: list and number; unit: name; tile: region);
/// clauses and instruments are kept layer by layer.
Plan stack(const std::vector<Folder>& layers);

/// What the stacked layers decide, for the rules room to check.
rules::BookSource book_source(const Plan& plan);

/// What a row is called among its kind when layers are stacked.
inline const std::string& row_key(const Indicator& row) { return row.key; }
inline const std::string& row_key(const Figure& row) { return row.key; }
inline const std::string& row_key(const Milestone& row) { return row.key; }
inline const std::string& row_key(const Standard& row) { return row.key; }
inline const std::string& row_key(const Task& row) { return row.number; }
inline const std::string& row_key(const Policy& row) { return row.number; }
inline const std::string& row_key(const Unit& row) { return row.name; }
inline const std::string& row_key(const Measure& row) { return row.unit; }
inline const std::string& row_key(const powers::Role& row) { return row.role; }
inline const std::string& row_key(const Clause& row) { return row.number; }
inline const std::string& row_key(const Instrument& row) { return row.instrument; }
inline const std::string& row_key(const rules::ParameterSource& row) { return row.key; }
inline const std::string& row_key(const rules::RuleSource& row) { return row.key; }
inline const std::string& row_key(const Document& row) { return row.key; }
inline const std::string& row_key(const Body& row) { return row.key; }
inline std::string row_key(const Post& row) { return row.body + "-" + row.post; }
inline const std::string& row_key(const PlaceService& row) { return row.key; }
inline const std::string& row_key(const Term& row) { return row.term; }
inline const std::string& row_key(const Subsidy& row) { return row.key; }
inline const std::string& row_key(const PaidSubsidy& row) { return row.subsidy; }
inline std::string row_key(const PlaceKind& row) { return record::Leaf<registry::InstitutionKind>::to_json_text(row.kind); }
inline std::string row_key(const TravelSpeed& row) { return record::Leaf<registry::TravelWay>::to_json_text(row.way); }
inline const std::string& row_key(const ReachLimit& row) { return row.standard; }
inline std::string row_key(const ReachMeasure& row) { return row.measure + "-" + row.standard; }
inline const std::string& row_key(const NeedRatio& row) { return row.standard; }
inline const std::string& row_key(const EstateStandard& row) { return row.standard; }
inline const std::string& row_key(const PeopleForecast& row) { return row.figure; }
inline const std::string& row_key(const Evaluation& row) { return row.key; }
inline std::string row_key(const Criterion& row) { return row.evaluation + "-" + row.key; }
inline std::string row_key(const BankColumn& row) { return row.layout + "-" + std::to_string(row.position); }
inline std::string row_key(const RegionTarget& row) { return row.indicator + " " + row.region.text() + " " + row.period.text(); }
inline const std::string& row_key(const procedures::Procedure& row) { return row.key; }
inline std::string row_key(const procedures::WorkingDay& row) { return row.day.text(); }
inline std::string row_key(const Project& row) { return record::Leaf<Group>::to_json_text(row.list) + "-" + row.number; }
inline std::string row_key(const AddedRegion& row) { return row.code.text(); }
inline std::string row_key(const PlacedTile& row) { return row.region.text(); }

}  // namespace laoyou::plan
