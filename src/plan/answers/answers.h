// What the plan routes answer.
#pragma once

#include "facts/place_totals.h"
#include "plan/folder/instrument.h"
#include "plan/answers/reading_record.h"
#include "plan/folder/arrangement_records.h"

namespace laoyou::plan {

/// A place in a path or list.
struct RegionStep {
  RegionCode code;
  std::string name;
  RegionLevel level = RegionLevel::country;
};
LAOYOU_RECORD(RegionStep, "region_step", code, name, level)

/// How many rows of each kind a plan has.
struct PlanCounts {
  std::int32_t indicators = 0, tasks = 0, milestones = 0, projects = 0, policies = 0, standards = 0, figures = 0, clauses = 0;
};
LAOYOU_RECORD(PlanCounts, "plan_counts", indicators, tasks, milestones, projects, policies, standards, figures, clauses)

/// Where a plan stands between its first and its last day; one without days is running.
enum class PlanState { running, ended, not_begun };
LAOYOU_ENUM(PlanState, "plan_state", running, ended, not_begun)

struct PlanHead {
  std::string plan;
  std::string title;
  std::optional<std::string> title_en;
  std::optional<std::string> document;
  std::optional<std::string> issuer;
  std::optional<Date> issued;
  RegionCode region;
  std::string region_name;
  std::optional<Date> runs_from;
  std::optional<Date> runs_to;
  PlanState state = PlanState::running;
  std::optional<std::string> summary;
  std::optional<std::string> summary_en;
  std::optional<std::string> notes;  ///< for officials: nothing in a public answer
  std::optional<std::string> notes_en;
  std::vector<std::string> layers;
  bool unverified = false;
  PlanCounts counts;
};
LAOYOU_RECORD(PlanHead, "plan_head", plan, title, title_en, document, issuer, issued, region, region_name, runs_from, runs_to, state, summary, summary_en, notes,
              notes_en, layers,
              unverified, counts)

struct PlanList {
  std::vector<PlanHead> rows;
};
LAOYOU_RECORD(PlanList, "plan_list", rows)

/// A value with its period.
struct Actual {
  Period period;
  Decimal value;
  std::optional<Instant> reported_at;  ///< nothing: the plan's document states it
  std::string source;
  bool synthetic = false;
  std::optional<std::string> reported_by_name;  ///< as people know the reporter; nothing for what a document or a command brought
};
LAOYOU_RECORD(Actual, "actual", period, value, reported_at, source, synthetic, reported_by_name)

/// What the plan's rule computes from the registers (登记册计算值).
struct ComputedValue {
  Decimal value;
  Period period;
  std::int64_t journal_sequence = 0;  ///< the last change that is in it
  Instant as_of;                      ///< when that was made
  std::string record;                 ///< the register that the rule counts
  std::int64_t counted = 0;           ///< so many of its records
  std::int64_t undecided = 0;         ///< records left out because facts of theirs are missing
  bool synthetic = false;             ///< some of the records are made up
};
LAOYOU_RECORD(ComputedValue, "computed_value", value, period, journal_sequence, as_of, record, counted, undecided, synthetic)

/// How many of the parts that a target holds for one by one reach it (逐一达标).
struct PartsHeld {
  EachPart each = EachPart::month;
  std::int32_t parts = 0;
  std::int32_t held = 0;
  std::int32_t near = 0;
  std::int32_t missed = 0;
  std::int32_t unknown = 0;                ///< nothing was reported, or could be computed
  std::vector<std::string> missed_names;   ///< the first of those that miss it or come near
};
LAOYOU_RECORD(PartsHeld, "parts_held", each, parts, held, near, missed, unknown, missed_names)

/// An indicator as it stands for one place.
struct IndicatorState {
  std::string key;
  std::string name;
  std::optional<std::string> name_en;
  std::string unit;
  Group group = Group::both;
  std::vector<std::string> lead;
  std::optional<std::string> definition;
  std::optional<std::string> definition_en;
  std::optional<RegionLevel> down_to;
  std::optional<std::string> value_rule;
  std::vector<Target> targets;     ///< those that hold for this place
  std::vector<Baseline> baseline;  ///< that of this place
  std::optional<std::string> baseline_comparator;
  std::optional<std::string> written_for_name;  ///< where the place is another than the one the plan speaks of: that one, to which the next two belong
  std::vector<Target> written_targets;
  std::vector<Baseline> written_baseline;
  std::optional<Target> target;    ///< the one the actual value is held against
  std::optional<Actual> actual;    ///< the latest value
  std::optional<Actual> previous;  ///< the one before
  std::optional<Decimal> gap;
  Light light = Light::not_reported;
  std::optional<ComputedValue> computed;
  std::optional<facts::NotComputed> not_computed;  ///< why there is none
  std::optional<EachPart> each;
  std::optional<PartsHeld> parts;           ///< of the reported values; the light is made of them
  std::optional<PartsHeld> computed_parts;  ///< of the computed ones; `computed` is then that of the weakest part
  std::optional<std::string> scope;
  std::optional<Strength> strength;
  std::optional<std::string> term;
  std::optional<std::string> note;  ///< for officials
  std::string source;
  bool unverified = false;
  std::string layer;
};
LAOYOU_RECORD(IndicatorState, "indicator_state", key, name, name_en, unit, group, lead, definition, definition_en, down_to, value_rule, targets, baseline,
              baseline_comparator, written_for_name, written_targets, written_baseline, target, actual, previous, gap, light, computed,
              not_computed, each, parts, computed_parts, scope, strength, term, note, source, unverified, layer)

struct IndicatorList {
  RegionCode region;
  std::string region_name;
  RegionLevel level = RegionLevel::country;
  std::vector<IndicatorState> rows;
};
LAOYOU_RECORD(IndicatorList, "indicator_list", region, region_name, level, rows)

/// How a part of the region stands.
struct ChildState {
  RegionCode region;
  std::string name;
  RegionLevel level = RegionLevel::country;
  std::optional<Actual> actual;
  Light light = Light::not_reported;
  std::optional<Decimal> gap;
  std::optional<std::int32_t> rank;  ///< 1 is the best among the region's parts that have a value
  std::optional<ComputedValue> computed;
  std::optional<Target> target;    ///< the one that holds for this part
  std::optional<PartsHeld> parts;  ///< where the target holds for each part of it
};
LAOYOU_RECORD(ChildState, "child_state", region, name, level, actual, light, gap, rank, computed, target, parts)

struct IndicatorDetail {
  IndicatorState indicator;
  RegionCode region;
  std::string region_name;
  RegionLevel level = RegionLevel::country;
  std::vector<RegionStep> path;
  std::vector<Actual> series;
  std::vector<ChildState> children;
};
LAOYOU_RECORD(IndicatorDetail, "indicator_detail", indicator, region, region_name, level, path, series, children)

/// The records behind one aggregate of a rule.
struct CountedPart {
  std::string record;            ///< as GET /api/records names it
  std::int64_t selected = 0;     ///< those that the rule looks at
  std::int64_t counted = 0;      ///< those that count: of a share the ones for which it is true
  std::int64_t undecided = 0;    ///< those left out because facts of theirs are missing
  std::vector<std::string> ids;  ///< of the first thousand that count; none where the caller may not see such records
};
LAOYOU_RECORD(CountedPart, "counted_part", record, selected, counted, undecided, ids)

struct CountedRows {
  RegionCode region;
  std::string region_name;
  Period period;
  std::int64_t journal_sequence = 0;
  Instant as_of;
  std::vector<CountedPart> parts;  ///< in the order in which the rule names them
};
LAOYOU_RECORD(CountedRows, "counted_rows", region, region_name, period, journal_sequence, as_of, parts)

/// Whether a task's dates have passed; whether it was done is another matter, and needs a report.
enum class TaskState { open, due_soon, overdue, no_date };
LAOYOU_ENUM(TaskState, "task_state", open, due_soon, overdue, no_date)

struct MilestoneRow {
  std::string key;
  std::string content;
  std::optional<std::string> content_en;
  std::optional<Date> due;
  std::optional<std::string> measure;
  std::optional<std::string> indicator;
  std::string source;
  bool unverified = false;
  std::optional<Strength> strength;
  std::optional<Recurrence> recurs;
  std::optional<std::string> note;  ///< for officials
};
LAOYOU_RECORD(MilestoneRow, "milestone_row", key, content, content_en, due, measure, indicator, source, unverified, strength, recurs, note)

struct TaskRow {
  std::string number;
  std::string title;
  std::optional<std::string> title_en;
  std::optional<std::string> summary;
  std::vector<std::string> lead;
  std::vector<std::string> cooperate;
  std::vector<Date> due;
  Group group = Group::both;
  std::vector<MilestoneRow> milestones;
  TaskState state = TaskState::no_date;
  std::string source;
  bool unverified = false;
  std::string layer;
  std::optional<Recurrence> recurs;
  std::optional<std::string> note;  ///< for officials
};
LAOYOU_RECORD(TaskRow, "task_row", number, title, title_en, summary, lead, cooperate, due, group, milestones, state, source, unverified, layer, recurs, note)

struct TaskList {
  std::vector<TaskRow> rows;
  std::vector<MilestoneRow> milestones;  ///< results above all tasks
};
LAOYOU_RECORD(TaskList, "task_list", rows, milestones)

struct ProjectRow {
  std::string number;
  Group list = Group::elderly;
  std::string name;
  std::optional<std::string> name_en;
  std::string owner;
  std::optional<RegionCode> region;
  std::optional<std::string> region_name;
  std::optional<std::int32_t> start_year;
  std::optional<Fen> investment_fen;
  std::optional<std::int32_t> beds;
  std::optional<std::int32_t> slots;
  std::optional<Decimal> floor_area_m2;
  std::optional<ProjectKind> kind;
  std::optional<std::string> content;
  std::string source;
  bool unverified = false;
  std::string layer;
  std::optional<std::int32_t> end_year;
  std::optional<std::string> money_source;
  std::optional<std::int32_t> nursing_beds;
  std::optional<std::int32_t> communities;
  bool approximate = false;
  std::optional<bool> publicly_run;
  std::optional<bool> demonstration;
  std::optional<std::string> note;
};
LAOYOU_RECORD(ProjectRow, "project_row", number, list, name, name_en, owner, region, region_name, start_year, investment_fen, beds, slots, floor_area_m2, kind,
              content, source, unverified, layer, end_year, money_source, nursing_beds, communities, approximate, publicly_run, demonstration, note)

struct ProjectList {
  std::vector<ProjectRow> rows;
};
LAOYOU_RECORD(ProjectList, "project_list", rows)

struct PolicyRow {
  std::string number;
  Group package = Group::both;
  std::string category;
  std::string title;
  std::optional<std::string> title_en;
  std::optional<std::string> summary;
  std::optional<std::string> goal;
  std::vector<std::string> responsible;
  std::optional<std::string> document;
  std::string source;
  bool unverified = false;
  std::string layer;
  std::optional<std::string> applicant;
  std::optional<std::string> condition;
  std::vector<std::string> papers;
  std::optional<std::string> office;
  std::optional<std::string> time_limit;
  std::optional<std::string> amount;
  std::optional<Date> from;
  std::optional<Date> to;
  std::vector<std::string> promises;
  std::optional<Strength> strength;
  std::optional<std::string> note;  ///< for officials
};
LAOYOU_RECORD(PolicyRow, "policy_row", number, package, category, title, title_en, summary, goal, responsible, document, source, unverified, layer, applicant, condition, papers, office, time_limit, amount, from, to, promises, strength, note)

struct PolicyList {
  std::vector<PolicyRow> rows;
};
LAOYOU_RECORD(PolicyList, "policy_list", rows)

struct StandardRow {
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
  std::optional<std::string> document;
  std::string source;
  bool unverified = false;
  std::string layer;
  std::optional<Strength> strength;
  std::optional<std::string> note;  ///< for officials
};
LAOYOU_RECORD(StandardRow, "standard_row", key, name, name_en, topic, group, applies_to, comparator, value, unit, summary, summary_en, document, source,
              unverified, layer, strength, note)

struct StandardList {
  std::vector<StandardRow> rows;
};
LAOYOU_RECORD(StandardList, "standard_list", rows)

struct FigureRow {
  std::string key;
  std::string name;
  std::optional<std::string> name_en;
  std::optional<RegionCode> region;
  std::optional<std::string> region_name;
  Period period;
  Decimal value;
  std::string unit;
  std::optional<Group> group;
  bool approximate = false;
  std::optional<std::string> note;
  std::string source;
  bool unverified = false;
  std::string layer;
  std::optional<std::string> comparator;
  bool forecast = false;
};
LAOYOU_RECORD(FigureRow, "figure_row", key, name, name_en, region, region_name, period, value, unit, group, approximate, note, source, unverified, layer, comparator, forecast)

struct FigureList {
  std::vector<FigureRow> rows;
};
LAOYOU_RECORD(FigureList, "figure_list", rows)

/// What carries out a clause.
enum class RowKind { indicator, task, milestone, project, policy, standard, figure, document, body, service };
LAOYOU_ENUM(RowKind, "row_kind", indicator, task, milestone, project, policy, standard, figure, document, body, service)

struct ClauseUse {
  RowKind kind = RowKind::indicator;
  std::string key;
  std::string name;
};
LAOYOU_RECORD(ClauseUse, "clause_use", kind, key, name)

struct ClauseRow {
  std::string number;
  std::string title;
  std::optional<std::string> title_en;
  std::optional<std::string> summary;
  bool unverified = false;
  std::string layer;
  std::vector<ClauseUse> uses;
};
LAOYOU_RECORD(ClauseRow, "clause_row", number, title, title_en, summary, unverified, layer, uses)

struct ClauseList {
  std::vector<ClauseRow> rows;
};
LAOYOU_RECORD(ClauseList, "clause_list", rows)

struct UnitRow {
  std::string name;
  std::optional<std::string> name_en;
  UnitKind kind = UnitKind::department;
  std::optional<RegionCode> region;
  std::vector<std::string> aliases;
  std::optional<std::string> telephone;
  std::optional<std::string> address;
};
LAOYOU_RECORD(UnitRow, "unit_row", name, name_en, kind, region, aliases, telephone, address)

struct UnitList {
  std::vector<UnitRow> rows;
};
LAOYOU_RECORD(UnitList, "unit_list", rows)

struct DocumentList {
  std::vector<Document> rows;
};
LAOYOU_RECORD(DocumentList, "document_list", rows)

/// A body with the posts that sit in it.
struct BodyRow {
  Body body;
  std::vector<Post> posts;
};
LAOYOU_RECORD(BodyRow, "body_row", body, posts)

struct BodyList {
  std::vector<BodyRow> rows;
};
LAOYOU_RECORD(BodyList, "body_list", rows)

struct PlaceServiceList {
  std::vector<PlaceService> rows;
};
LAOYOU_RECORD(PlaceServiceList, "place_service_list", rows)

struct SubsidyList {
  std::vector<Subsidy> rows;
};
LAOYOU_RECORD(SubsidyList, "subsidy_list", rows)

struct InstrumentRow {
  std::string instrument;
  std::string name;
  std::optional<std::string> name_en;
  std::string document;
  std::int32_t items = 0;
  bool unverified = false;
  std::string layer;
};
LAOYOU_RECORD(InstrumentRow, "instrument_row", instrument, name, name_en, document, items, unverified, layer)

struct InstrumentList {
  std::vector<InstrumentRow> rows;
};
LAOYOU_RECORD(InstrumentList, "instrument_list", rows)

/// How many indicators stand where.
struct LightCounts {
  std::int32_t met = 0, near = 0, behind = 0, not_reported = 0, no_target = 0;
};
LAOYOU_RECORD(LightCounts, "light_counts", met, near, behind, not_reported, no_target)

struct GroupLights {
  Group group = Group::both;
  std::int32_t met = 0, near = 0, behind = 0, not_reported = 0, no_target = 0;
};
LAOYOU_RECORD(GroupLights, "group_lights", group, met, near, behind, not_reported, no_target)

struct DueTask {
  std::string task;
  std::string title;
  std::optional<std::string> title_en;
  Date due;
  std::int32_t days_left = 0;  ///< negative: days since
};
LAOYOU_RECORD(DueTask, "due_task", task, title, title_en, due, days_left)

struct ProjectTotal {
  Group list = Group::elderly;
  std::int32_t count = 0;
  Fen investment_fen;
  std::int64_t beds = 0;
  std::int64_t slots = 0;
};
LAOYOU_RECORD(ProjectTotal, "project_total", list, count, investment_fen, beds, slots)

struct PlanSummary {
  RegionCode region;
  std::string region_name;
  std::optional<Period> as_of;  ///< the latest period any indicator has a value for
  LightCounts lights;
  std::vector<GroupLights> lights_by_group;
  std::vector<DueTask> next_due;
  std::int32_t overdue_count = 0;
  std::int32_t due_count = 0;
  std::vector<ProjectTotal> project_totals;
  std::vector<FigureRow> figures;
};
LAOYOU_RECORD(PlanSummary, "plan_summary", region, region_name, as_of, lights, lights_by_group, next_due, overdue_count, due_count, project_totals, figures)

struct PublicIndicator {
  std::string key;
  std::string name;
  std::optional<std::string> name_en;
  std::string unit;
  Group group = Group::both;
  std::vector<Target> targets;
  std::vector<Baseline> baseline;
  std::string source;
  bool unverified = false;
  std::optional<EachPart> each;
  std::optional<std::string> scope;
  std::optional<Strength> strength;
  std::optional<std::string> baseline_comparator;
};
LAOYOU_RECORD(PublicIndicator, "public_indicator", key, name, name_en, unit, group, targets, baseline, source, unverified, each, scope, strength, baseline_comparator)

/// A plan as anyone may see it: what the government has published, and no figure that was reported since.
struct PublicPlan {
  PlanHead head;
  std::vector<PublicIndicator> indicators;
  std::vector<TaskRow> tasks;
  std::vector<PolicyRow> policies;
  std::vector<StandardRow> standards;
  std::vector<FigureRow> figures;
  std::vector<ProjectTotal> project_totals;
  std::vector<ClauseRow> clauses;
  std::vector<Document> documents;
  std::vector<BodyRow> bodies;
  std::vector<PlaceService> services;
  std::vector<Subsidy> subsidies;
  std::vector<UnitRow> units;
};
LAOYOU_RECORD(PublicPlan, "public_plan", head, indicators, tasks, policies, standards, figures, project_totals, clauses, documents, bodies, services, subsidies, units)

}  // namespace laoyou::plan
