#include "plan/answers/plan_answers.h"

#include <algorithm>

#include "base/check.h"

namespace laoyou::plan {
namespace {

constexpr int k_due_soon_days = 60;

template <class T>
std::int32_t count_of(const Rows<T>& rows) {
  return static_cast<std::int32_t>(rows.size());
}

TaskState state_by_date(const std::vector<Date>& due, Date today) {
  if (due.empty()) return TaskState::no_date;
  const auto next = std::find_if(due.begin(), due.end(), [&](Date date) { return date >= today; });
  if (next == due.end()) return TaskState::overdue;
  return next->days() - today.days() <= k_due_soon_days ? TaskState::due_soon : TaskState::open;
}

MilestoneRow milestone_row(const Milestone& row) {
  return {row.key, row.content, row.content_en, row.due, row.measure, row.indicator, row.source, row.unverified, row.strength, row.recurs, row.note};
}

/// The rows of the plan's own layer before those of the layers below it, nearest first.
template <class T>
std::vector<T> values_own_first(const Plan& plan, const Rows<T>& rows) {
  Rows<T> sorted = rows;
  std::stable_sort(sorted.begin(), sorted.end(), [&](const Row<T>& a, const Row<T>& b) { return plan.depth_of(a.layer) < plan.depth_of(b.layer); });
  std::vector<T> values;
  for (Row<T>& row : sorted) values.push_back(std::move(row.value));
  return values;
}

std::optional<std::string> name_of(const Library& library, const std::optional<RegionCode>& region) {
  if (!region) return std::nullopt;
  return library.regions.name(*region);
}

}  // namespace

PlanHead head_answer(const Library& library, const Plan& plan, Date today) {
  const PlanState state = plan.runs_from && today < *plan.runs_from ? PlanState::not_begun : plan.runs_to && today > *plan.runs_to ? PlanState::ended : PlanState::running;
  const Folder& content = plan.content;
  const Head& head = content.head.value;
  PlanCounts counts{count_of(content.indicators), count_of(content.tasks),     count_of(content.milestones), count_of(content.projects),
                    count_of(content.policies),   count_of(content.standards), count_of(content.figures),    count_of(content.clauses)};
  return {head.plan,     head.title,   head.title_en, head.document,   head.issuer, head.issued,     head.region, library.regions.name(head.region),
          plan.runs_from, plan.runs_to, state, head.summary,  head.summary_en, head.notes, head.notes_en, plan.layers, head.unverified, counts};
}

PlanHead public_head(const Library& library, const Plan& plan, Date today) {
  PlanHead head = head_answer(library, plan, today);
  head.notes = head.notes_en = std::nullopt;
  head.unverified = false;
  return head;
}

std::vector<MilestoneRow> milestones_above_tasks(const Plan& plan) {
  std::vector<MilestoneRow> rows;
  for (const auto& row : plan.content.milestones)
    if (!row.value.task) rows.push_back(milestone_row(row.value));
  return rows;
}

std::vector<TaskRow> task_rows(const Plan& plan, Date today) {
  std::vector<TaskRow> rows;
  for (const auto& [task, layer, place] : plan.content.tasks) {
    TaskRow row{task.number, task.title, task.title_en, task.summary, task.lead, task.cooperate, task.due, task.group, {}, TaskState::no_date, task.source, task.unverified, layer,
                task.recurs, task.note};
    std::vector<Date> dates = task.due;
    for (const auto& [milestone, milestone_layer, milestone_place] : plan.content.milestones) {
      if (milestone.task != task.number) continue;
      row.milestones.push_back(milestone_row(milestone));
      if (milestone.due) dates.push_back(*milestone.due);
    }
    std::sort(dates.begin(), dates.end());
    row.state = state_by_date(dates, today);
    // What comes back every month or year is never behind us.
    if (task.recurs && row.state == TaskState::overdue) row.state = TaskState::open;
    rows.push_back(std::move(row));
  }
  return rows;
}

bool project_visible(const Plan& plan, const Project& project, RegionCode scope) {
  return scope.contains(project.region.value_or(plan.content.head.value.region));
}

std::vector<ProjectRow> project_rows(const Library& library, const Plan& plan, RegionCode scope) {
  std::vector<ProjectRow> rows;
  for (const auto& [project, layer, place] : plan.content.projects) {
    if (!project_visible(plan, project, scope)) continue;
    rows.push_back({project.number,     project.list,  project.name,  project.name_en,       project.owner, project.region,  name_of(library, project.region),
                    project.start_year, project.investment, project.beds, project.slots, project.floor_area_m2, project.kind,  project.content, project.source,
                    project.unverified, layer, project.end_year, project.money_source, project.nursing_beds, project.communities, project.approximate,
                    project.publicly_run, project.demonstration, project.note});
  }
  return rows;
}

std::vector<PolicyRow> policy_rows(const Plan& plan) {
  std::vector<PolicyRow> rows;
  for (const auto& [policy, layer, place] : plan.content.policies)
    rows.push_back({policy.number, policy.package, policy.category, policy.title, policy.title_en, policy.summary, policy.goal, policy.responsible, policy.document, policy.source,
                    policy.unverified, layer, policy.applicant, policy.condition, policy.papers, policy.office, policy.time_limit, policy.amount, policy.from, policy.to,
                    policy.promises, policy.strength, policy.note});
  own_layer_first(plan, rows);
  return rows;
}

std::vector<StandardRow> standard_rows(const Plan& plan) {
  std::vector<StandardRow> rows;
  for (const auto& [standard, layer, place] : plan.content.standards)
    rows.push_back({standard.key, standard.name, standard.name_en, standard.topic, standard.group, standard.applies_to, standard.comparator, standard.value, standard.unit,
                    standard.summary, standard.summary_en, standard.document, standard.source, standard.unverified, layer, standard.strength, standard.note});
  own_layer_first(plan, rows);
  return rows;
}

std::vector<FigureRow> figure_rows(const Library& library, const Plan& plan) {
  std::vector<FigureRow> rows;
  for (const auto& [figure, layer, place] : plan.content.figures)
    rows.push_back({figure.key, figure.name, figure.name_en, figure.region, name_of(library, figure.region), figure.period, figure.value, figure.unit, figure.group,
                    figure.approximate, figure.note, figure.source, figure.unverified, layer, figure.comparator, figure.forecast});
  own_layer_first(plan, rows);
  return rows;
}

std::vector<UnitRow> unit_rows(const Plan& plan) {
  std::vector<UnitRow> rows;
  for (const auto& [unit, layer, place] : plan.content.units) rows.push_back({unit.name, unit.name_en, unit.kind, unit.region, unit.aliases, unit.telephone, unit.address});
  return rows;
}

std::vector<Document> document_rows(const Plan& plan) { return values_own_first(plan, plan.content.documents); }
std::vector<PlaceService> service_rows(const Plan& plan) { return values_own_first(plan, plan.content.services); }
std::vector<Subsidy> subsidy_rows(const Plan& plan) { return values_own_first(plan, plan.content.subsidies); }

std::vector<BodyRow> body_rows(const Plan& plan) {
  std::vector<BodyRow> rows;
  for (Body& body : values_own_first(plan, plan.content.bodies)) {
    BodyRow row{std::move(body), {}};
    for (const auto& post : plan.content.posts)
      if (post.value.body == row.body.key) row.posts.push_back(post.value);
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<InstrumentRow> instrument_rows(const Plan& plan) {
  std::vector<InstrumentRow> rows;
  for (const auto& [instrument, layer, place] : plan.content.instruments) {
    std::int32_t items = 0;
    for (const InstrumentDimension& dimension : instrument.dimensions) items += static_cast<std::int32_t>(dimension.items.size());
    rows.push_back({instrument.instrument, instrument.name, instrument.name_en, instrument.document, items, instrument.unverified, layer});
  }
  own_layer_first(plan, rows);
  return rows;
}

std::vector<ProjectTotal> project_totals(const std::vector<ProjectRow>& projects) {
  std::vector<ProjectTotal> totals;
  for (const Group list : {Group::elderly, Group::childcare}) {
    ProjectTotal total{list, 0, {}, 0, 0};
    for (const ProjectRow& project : projects) {
      if (project.list != list) continue;
      ++total.count;
      total.investment_fen = total.investment_fen.plus(project.investment_fen.value_or(Fen())).value();
      total.beds += project.beds.value_or(0);
      total.slots += project.slots.value_or(0);
    }
    if (total.count > 0) totals.push_back(total);
  }
  return totals;
}

PublicPlan public_answer(const Library& library, const Plan& plan, Date today) {
  const RegionCode whole = plan.content.head.value.region;
  PublicPlan answer{public_head(library, plan, today),  {},
                    task_rows(plan, today),      policy_rows(plan),
                    standard_rows(plan),         figure_rows(library, plan),
                    project_totals(project_rows(library, plan, whole)), clause_rows(plan, whole),
                    document_rows(plan),         body_rows(plan),
                    service_rows(plan),          subsidy_rows(plan),
                    unit_rows(plan)};
  for (const auto& [indicator, layer, place] : plan.content.indicators)
    answer.indicators.push_back({indicator.key, indicator.name, indicator.name_en, indicator.unit, indicator.group, indicator.target, indicator.baseline, indicator.source,
                                 false, indicator.each, indicator.scope, indicator.strength, indicator.baseline_comparator});
  // Projects belong to single places: anyone sees their sums, accounts see those of their region.
  for (ClauseRow& clause : answer.clauses) std::erase_if(clause.uses, [](const ClauseUse& use) { return use.kind == RowKind::project; });
  // Whether a row was held against its source is the editors' business; on a government's page it reads like a rumour.
  const auto leave_out_marks = [](auto& rows) {
    for (auto& row : rows) {
      row.unverified = false;
      if constexpr (requires { row.note = std::nullopt; }) row.note = std::nullopt;
    }
  };
  leave_out_marks(answer.tasks);
  for (TaskRow& task : answer.tasks) leave_out_marks(task.milestones);
  leave_out_marks(answer.policies);
  leave_out_marks(answer.standards);
  for (FigureRow& row : answer.figures) row.unverified = false;  // its note belongs to the figure
  leave_out_marks(answer.documents);
  leave_out_marks(answer.services);
  for (BodyRow& row : answer.bodies) {
    row.body.unverified = false;
    row.body.note = std::nullopt;
    leave_out_marks(row.posts);
  }
  leave_out_marks(answer.clauses);
  return answer;
}

}  // namespace laoyou::plan
