// A plan's rows as the answers show them.
#pragma once

#include <algorithm>

#include "plan/answers/answers.h"
#include "plan/stack/library.h"
#include "plan/answers/room.h"

namespace laoyou::plan {

/// What a person looks for first is the plan's own: rows of higher layers before rows of lower ones, otherwise in their order.
template <class T>
void own_layer_first(const Plan& plan, std::vector<T>& rows) {
  std::stable_sort(rows.begin(), rows.end(), [&](const T& a, const T& b) { return plan.depth_of(a.layer) < plan.depth_of(b.layer); });
}

PlanHead head_answer(const Library& library, const Plan& plan, Date today);
/// The same without what only officials should read: notes, and what is not yet verified.
PlanHead public_head(const Library& library, const Plan& plan, Date today);
std::vector<TaskRow> task_rows(const Plan& plan, Date today);
std::vector<MilestoneRow> milestones_above_tasks(const Plan& plan);
/// Projects whose region lies within `scope`, and those without a region when the scope holds the whole plan.
std::vector<ProjectRow> project_rows(const Library& library, const Plan& plan, RegionCode scope);
std::vector<PolicyRow> policy_rows(const Plan& plan);
std::vector<StandardRow> standard_rows(const Plan& plan);
std::vector<FigureRow> figure_rows(const Library& library, const Plan& plan);
/// With everything that names the clause as its source; `scope` as for project_rows().
std::vector<ClauseRow> clause_rows(const Plan& plan, RegionCode scope);
std::vector<UnitRow> unit_rows(const Plan& plan);
std::vector<Document> document_rows(const Plan& plan);
std::vector<BodyRow> body_rows(const Plan& plan);
std::vector<PlaceService> service_rows(const Plan& plan);
std::vector<Subsidy> subsidy_rows(const Plan& plan);
std::vector<InstrumentRow> instrument_rows(const Plan& plan);
std::vector<ProjectTotal> project_totals(const std::vector<ProjectRow>& projects);
PublicPlan public_answer(const Library& library, const Plan& plan, Date today);

/// Whether a project may be shown to an account of this scope.
bool project_visible(const Plan& plan, const Project& project, RegionCode scope);

}  // namespace laoyou::plan
