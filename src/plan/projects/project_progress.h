// How the plan's projects go on (项目进展): what the register of construction says of each, beside what the plan promised.
#pragma once

#include "plan/answers/requests.h"
#include "plan/answers/room.h"
#include "registry/construction_step.h"

namespace laoyou::plan {

/// The last that was seen of a step of a project's works (施工节点).
struct ProjectStep {
  registry::ConstructionStepKind step = registry::ConstructionStepKind::foundation;
  Date day;
  std::int64_t share_done_percent = 0;
  std::optional<Date> due, done;
  std::int64_t late_days = 0;  ///< done so long after it was due, or so long due and not done
};
LAOYOU_RECORD(ProjectStep, "project_step", step, day, share_done_percent, due, done, late_days)

/// What was done of one project. Works of one project are added up; its stage is that of the one furthest behind.
struct ProjectProgress {
  Group list = Group::elderly;
  std::string number;
  std::optional<registry::ConstructionStage> stage;  ///< nothing: no work is registered
  Fen invested_fen;
  std::int64_t beds_added = 0, slots_added = 0;
  std::optional<Date> started, finished;
  std::vector<std::string> works;  ///< ids in the register, whose pages show photographs and papers
  std::vector<ProjectStep> steps;  ///< in the order of building; of several works the one furthest behind
  bool late = false;               ///< not begun after its first year, or not finished after its last
};
LAOYOU_RECORD(ProjectProgress, "project_progress", list, number, stage, invested_fen, beds_added, slots_added, started, finished, works, steps, late)

/// The sums of one list: what the plan promises and what has been done.
struct ProjectSum {
  Group list = Group::elderly;
  std::int32_t projects = 0, begun = 0, finished = 0, late = 0;
  Fen planned_fen, invested_fen;
  std::int64_t beds_planned = 0, beds_added = 0, slots_planned = 0, slots_added = 0;
};
LAOYOU_RECORD(ProjectSum, "project_sum", list, projects, begun, finished, late, planned_fen, invested_fen, beds_planned, beds_added, slots_planned, slots_added)

struct ProjectProgressList {
  std::vector<ProjectProgress> rows;
  std::vector<ProjectSum> sums;
};
LAOYOU_RECORD(ProjectProgressList, "project_progress_list", rows, sums)

/// Of the projects that an account of `scope` sees. A construction belongs to a project by its key, "elderly-3".
ProjectProgressList project_progress(const Plan& plan, RegionCode scope, const std::vector<registry::Construction>& works, const std::vector<registry::ConstructionStep>& steps, Date today);

void add_project_routes(const Services& services, http::RouteTable& table);

}  // namespace laoyou::plan
