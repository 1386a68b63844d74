// The rows of a plan folder, as docs/write-a-plan.md describes them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/region_code.h"
#include "plan/folder/target.h"
#include "record/describe.h"
#include "record/leaf.h"

namespace laoyou {
LAOYOU_ENUM(RegionLevel, "region_level", country, province, city, county, street, village)
}  // namespace laoyou

namespace laoyou::plan {

/// Whom a row serves: 养老, 托育 or both.
enum class Group { elderly, childcare, both };
LAOYOU_ENUM(Group, "group", elderly, childcare, both)

enum class UnitKind { department, government, organisation, enterprise };
LAOYOU_ENUM(UnitKind, "unit_kind", department, government, organisation, enterprise)

/// What a project does.
enum class ProjectKind { build, renovate, fire_safety, information, energy };
LAOYOU_ENUM(ProjectKind, "project_kind", build, renovate, fire_safety, information, energy)

/// How firmly the text asks (力度): 必须、力争、鼓励、探索. A row without one is asked for without a reservation.
enum class Strength { must, strive, encourage, explore };
LAOYOU_ENUM(Strength, "strength", must, strive, encourage, explore)

/// Over which parts a target holds one by one (逐月、逐市州、逐区县、逐乡镇街道、逐村社区).
enum class EachPart { month, city, county, street, village };
LAOYOU_ENUM(EachPart, "each_part", month, city, county, street, village)

/// The level of the places that `each` names; nothing for months.
constexpr std::optional<RegionLevel> level_of(EachPart each) {
  switch (each) {
    case EachPart::month: return std::nullopt;
    case EachPart::city: return RegionLevel::city;
    case EachPart::county: return RegionLevel::county;
    case EachPart::street: return RegionLevel::street;
    case EachPart::village: return RegionLevel::village;
  }
  return std::nullopt;
}

/// How often something is due again.
enum class Recurrence { month, quarter, half_year, year };
LAOYOU_ENUM(Recurrence, "recurrence", month, quarter, half_year, year)

/// plan.yaml: who signed what for which place and time.
struct Head {
  std::string plan;
  std::string title;
  std::optional<std::string> title_en;
  std::optional<std::string> document;
  std::optional<std::string> issuer;
  std::optional<Date> issued;
  RegionCode region;
  std::vector<std::string> extends;
  std::optional<std::string> runs;
  std::optional<std::string> summary;
  std::optional<std::string> summary_en;
  std::optional<std::string> notes;  ///< what officials should know of the text: what is inferred, missing, restored; never public
  std::optional<std::string> notes_en;
  std::optional<std::int32_t> near_percent;     ///< how far below its target (percent of it) an indicator is still called near
  std::optional<std::int32_t> confirm_percent;  ///< a reported value that differs from the last by more (percent of it) is asked back
  std::optional<std::int32_t> reported_from;    ///< the first year whose values are taken
  std::optional<std::int32_t> report_within_days;  ///< so many days after its last day a period is to be reported
  std::optional<bool> signed_reports;              ///< values of places below count once the level above has signed their report
  bool unverified = false;
};
LAOYOU_RECORD(Head, "plan_head_file", plan, title, title_en, document, issuer, issued, region, extends, runs, summary, summary_en, notes, notes_en, near_percent, confirm_percent, reported_from,
              report_within_days, signed_reports, unverified)

/// A numbered clause of the document (条款).
struct Clause {
  std::string number;
  std::string title;
  std::optional<std::string> title_en;
  std::optional<std::string> summary;
  std::optional<std::string> issued;
  bool unverified = false;
};
LAOYOU_RECORD(Clause, "clause", number, title, title_en, summary, issued, unverified)

/// A unit that leads or cooperates (牵头单位、配合单位).
struct Unit {
  std::string name;
  std::optional<std::string> name_en;
  UnitKind kind = UnitKind::department;
  std::optional<RegionCode> region;
  std::vector<std::string> aliases;      ///< other names of the same unit in the text
  std::optional<std::string> telephone;  ///< where people ask, as the unit itself has published it
  std::optional<std::string> address;
  std::string source;
};
LAOYOU_RECORD(Unit, "unit", name, name_en, kind, region, aliases, telephone, address, source)

/// How values of a unit of measure (计量单位) must be: `unit` "*" speaks of every unit that has no row of its own.
struct Measure {
  std::string unit;
  bool whole = false;  ///< no fractions: people, beds, places
  std::optional<Decimal> least;
  std::optional<Decimal> most;
};
LAOYOU_RECORD(Measure, "measure", unit, whole, least, most)

/// A background figure of the document (基础数据).
struct Figure {
  std::string key;
  std::string name;
  std::optional<std::string> name_en;
  std::optional<RegionCode> region;
  Period period;
  Decimal value;
  std::string unit;
  std::optional<Group> group;
  bool approximate = false;
  std::optional<std::string> comparator;  ///< ">" where the text says "over 20,000"
  bool forecast = false;                  ///< the text expects it, nobody has counted it
  std::optional<std::string> note;
  std::string source;
  bool unverified = false;
};
LAOYOU_RECORD(Figure, "figure", key, name, name_en, region, period, value, unit, group, approximate, comparator, forecast, note, source, unverified)

/// What the document itself reports of an indicator (现状值).
struct Baseline {
  Period period;
  Decimal value;
};
LAOYOU_RECORD(Baseline, "baseline", period, value)

/// An indicator with its targets (指标).
struct Indicator {
  std::string key;
  std::string name;
  std::optional<std::string> name_en;
  std::string unit;
  Group group = Group::both;
  std::optional<std::string> definition;
  std::optional<std::string> definition_en;
  std::vector<Target> target;
  std::vector<Baseline> baseline;
  std::optional<std::string> baseline_comparator;
  std::vector<std::string> lead;
  std::optional<RegionLevel> down_to;
  std::optional<EachPart> each;      ///< the target holds for each such part by itself
  std::optional<std::string> scope;  ///< which parts or objects the text means, where not all ("有条件的居住区")
  std::optional<Strength> strength;
  std::optional<std::string> term;   ///< what it is called in vocabulary.csv, by which plans are added up
  std::optional<std::string> note;   ///< how the text was read: what is inferred, what the rule cannot tell
  std::optional<Decimal> least;      ///< where its values may go further than its unit says, or less far
  std::optional<Decimal> most;
  std::optional<std::string> value;  ///< the rule that computes it from the registers
  std::string source;
  bool unverified = false;
};
LAOYOU_RECORD(Indicator, "indicator", key, name, name_en, unit, group, definition, definition_en, target, baseline, baseline_comparator, lead, down_to, each,
              scope, strength, term, note, least, most, value, source, unverified)

/// A numbered task with who answers for it (任务).
struct Task {
  std::string number;
  std::string title;
  std::optional<std::string> title_en;
  std::optional<std::string> summary;
  std::vector<std::string> lead;
  std::vector<std::string> cooperate;
  std::vector<Date> due;
  std::optional<Recurrence> recurs;
  Group group = Group::both;
  std::optional<std::string> note;
  std::string source;
  bool unverified = false;
};
LAOYOU_RECORD(Task, "task", number, title, title_en, summary, lead, cooperate, due, recurs, group, note, source, unverified)

/// A dated or measured result inside a task, or above all tasks (节点目标).
struct Milestone {
  std::string key;
  std::optional<std::string> task;
  std::string content;
  std::optional<std::string> content_en;
  std::optional<Date> due;
  std::optional<std::string> measure;
  std::optional<std::string> indicator;
  std::optional<Strength> strength;
  std::optional<Recurrence> recurs;
  std::optional<std::string> note;
  std::string source;
  bool unverified = false;
};
LAOYOU_RECORD(Milestone, "milestone", key, task, content, content_en, due, measure, indicator, strength, recurs, note, source, unverified)

/// A project of the plan's list (项目).
struct Project {
  std::string number;
  Group list = Group::elderly;
  std::string name;
  std::optional<std::string> name_en;
  std::string owner;
  std::optional<RegionCode> region;
  std::optional<std::int32_t> start_year;
  std::optional<std::int32_t> end_year;
  std::optional<Fen> investment;
  std::optional<std::string> money_source;     ///< whose money it is, where the text says
  std::optional<std::int32_t> beds;
  std::optional<std::int32_t> nursing_beds;    ///< so many of the beds
  std::optional<std::int32_t> slots;
  std::optional<std::int32_t> communities;     ///< so many communities get something
  std::optional<Decimal> floor_area_m2;
  bool approximate = false;                    ///< the text says "about" of its figures
  std::optional<bool> publicly_run;
  std::optional<bool> demonstration;
  std::optional<ProjectKind> kind;
  std::optional<std::string> content;
  std::optional<std::string> note;
  std::string source;
  bool unverified = false;
};
LAOYOU_RECORD(Project, "project", number, list, name, name_en, owner, region, start_year, end_year, investment, money_source, beds, nursing_beds, slots, communities,
              floor_area_m2, approximate, publicly_run, demonstration, kind, content, note, source, unverified)

/// One support measure (政策举措).
struct Policy {
  std::string number;
  Group package = Group::both;
  std::string category;
  std::string title;
  std::optional<std::string> title_en;
  std::optional<std::string> summary;
  std::optional<std::string> goal;
  std::vector<std::string> responsible;
  std::optional<std::string> applicant;   ///< who may ask for it
  std::optional<std::string> condition;   ///< the rule of rules.yaml that says for whom it holds
  std::vector<std::string> papers;        ///< what is to be brought
  std::optional<std::string> office;      ///< where one asks: a unit of units.csv
  std::optional<std::string> time_limit;  ///< how long the answer may take
  std::optional<std::string> amount;      ///< how much, as the text has it
  std::optional<Date> from, to;           ///< when it holds
  std::vector<std::string> promises;      ///< what is promised in return (服务包)
  std::optional<Strength> strength;
  std::optional<std::string> document;
  std::optional<std::string> note;
  std::string source;
  bool unverified = false;
  std::optional<std::string> procedure;   ///< by which it is asked for: a key of procedures/
};
LAOYOU_RECORD(Policy, "policy", number, package, category, title, title_en, summary, goal, responsible, applicant, condition, papers, office, time_limit, amount, from,
              to, promises, strength, document, note, source, unverified, procedure)

/// A facility, staffing or procedure standard (标准).
struct Standard {
  std::string key;
  std::string name;
  std::optional<std::string> name_en;
  std::string topic;
  std::optional<Group> group;
  std::optional<std::string> applies_to;
  std::optional<std::string> comparator;
  std::optional<std::string> value;
  std::optional<std::string> unit;
  std::optional<std::string> summary;
  std::optional<std::string> summary_en;
  std::optional<Strength> strength;
  std::optional<std::string> document;
  std::optional<std::string> note;
  std::string source;
  bool unverified = false;
};
LAOYOU_RECORD(Standard, "standard", key, name, name_en, topic, group, applies_to, comparator, value, unit, summary, summary_en, strength, document, note, source,
              unverified)

/// A region the national division does not have (新区、开发区).
struct AddedRegion {
  RegionCode code;
  std::string name;
  std::optional<std::string> name_en;
  RegionCode parent;
  std::optional<std::string> kind;
  std::optional<std::string> note;
  std::string source;
};
LAOYOU_RECORD(AddedRegion, "added_region", code, name, name_en, parent, kind, note, source)

/// A region's place on the schematic map.
struct PlacedTile {
  RegionCode region;
  std::int32_t column = 0;
  std::int32_t row = 0;
};
LAOYOU_RECORD(PlacedTile, "placed_tile", region, column, row)

}  // namespace laoyou::plan
