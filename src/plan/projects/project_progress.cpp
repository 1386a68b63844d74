#include "plan/projects/project_progress.h"

#include <algorithm>
#include <map>

#include "plan/answers/plan_answers.h"

namespace laoyou::plan {
namespace {

using registry::Construction;
using registry::ConstructionStage;
using registry::ConstructionStep;
using registry::ConstructionStepKind;

void add_work(ProjectProgress& progress, const Construction& work) {
  progress.stage = progress.stage ? std::min(*progress.stage, work.stage) : work.stage;
  progress.invested_fen = progress.invested_fen.plus(work.invested.value_or(Fen())).value();
  progress.beds_added += work.beds_added.value_or(0);
  progress.slots_added += work.slots_added.value_or(0);
  if (work.started && (!progress.started || *work.started < *progress.started)) progress.started = work.started;
  if (work.finished && (!progress.finished || *work.finished > *progress.finished)) progress.finished = work.finished;
  progress.works.push_back(std::to_string(work.id.number));
}

/// Of one work: of each step what was seen last, in the order of building.
std::vector<ConstructionStep> last_seen(const std::vector<ConstructionStep>& steps, Id<Construction> work) {
  std::map<ConstructionStepKind, ConstructionStep> last;
  for (const ConstructionStep& step : steps) {
    if (step.construction != work) continue;
    const auto known = last.find(step.step);
    if (known == last.end() || std::pair(known->second.day, known->second.id.number) < std::pair(step.day, step.id.number)) last.insert_or_assign(step.step, step);
  }
  std::vector<ConstructionStep> all;
  for (auto& [kind, step] : last) all.push_back(std::move(step));
  return all;
}

/// Of two works the step of the one that has done less of it is told.
void add_steps(ProjectProgress& progress, const std::vector<ConstructionStep>& steps, Id<Construction> work, Date today) {
  for (const ConstructionStep& seen : last_seen(steps, work)) {
    const std::int64_t late = seen.due ? std::max(0, seen.done.value_or(today).days() - seen.due->days()) : 0;
    const ProjectStep step{seen.step, seen.day, seen.share_done_percent, seen.due, seen.done, late};
    const auto known = std::find_if(progress.steps.begin(), progress.steps.end(), [&](const ProjectStep& each) { return each.step == seen.step; });
    if (known == progress.steps.end()) progress.steps.push_back(step);
    else if (step.share_done_percent < known->share_done_percent) *known = step;
  }
  std::sort(progress.steps.begin(), progress.steps.end(), [](const ProjectStep& a, const ProjectStep& b) { return a.step < b.step; });
}

bool has_begun(const ProjectProgress& progress) { return progress.stage && *progress.stage >= ConstructionStage::started; }
bool is_finished(const ProjectProgress& progress) { return progress.stage && *progress.stage >= ConstructionStage::finished; }

bool is_late(const Project& project, const ProjectProgress& progress, Date today) {
  if (is_finished(progress)) return false;
  return (project.end_year && today.year() > *project.end_year) || (project.start_year && today.year() > *project.start_year && !has_begun(progress));
}

void add_to_sum(std::vector<ProjectSum>& sums, const Project& project, const ProjectProgress& progress) {
  auto sum = std::find_if(sums.begin(), sums.end(), [&](const ProjectSum& each) { return each.list == project.list; });
  if (sum == sums.end()) {
    sums.emplace_back().list = project.list;
    sum = sums.end() - 1;
  }
  ++sum->projects;
  sum->begun += has_begun(progress);
  sum->finished += is_finished(progress);
  sum->late += progress.late;
  sum->planned_fen = sum->planned_fen.plus(project.investment.value_or(Fen())).value();
  sum->invested_fen = sum->invested_fen.plus(progress.invested_fen).value();
  sum->beds_planned += project.beds.value_or(0);
  sum->beds_added += progress.beds_added;
  sum->slots_planned += project.slots.value_or(0);
  sum->slots_added += progress.slots_added;
}

}  // namespace

ProjectProgressList project_progress(const Plan& plan, RegionCode scope, const std::vector<Construction>& works, const std::vector<ConstructionStep>& steps, Date today) {
  ProjectProgressList list;
  for (const auto& [project, layer, place] : plan.content.projects) {
    if (!project_visible(plan, project, scope)) continue;
    ProjectProgress progress;
    progress.list = project.list;
    progress.number = project.number;
    for (const Construction& work : works)
      if (work.project == row_key(project)) {
        add_work(progress, work);
        add_steps(progress, steps, work.id, today);
      }
    progress.late = is_late(project, progress, today);
    add_to_sum(list.sums, project, progress);
    list.rows.push_back(std::move(progress));
  }
  return list;
}

}  // namespace laoyou::plan
