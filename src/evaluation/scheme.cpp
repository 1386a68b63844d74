#include "evaluation/scheme.h"

#include <algorithm>

#include "plan/indicators/parts_held.h"

namespace laoyou::evaluation {

const plan::Criterion* Scheme::find(std::string_view criterion) const {
  const auto found = std::find_if(criteria.begin(), criteria.end(), [&](const plan::Criterion& each) { return each.key == criterion; });
  return found == criteria.end() ? nullptr : &*found;
}

std::vector<Scheme> schemes_of(const plan::Plan& plan) {
  std::vector<Scheme> schemes;
  for (const auto& row : plan.content.evaluations) {
    Scheme scheme{row.value, {}, row.layer};
    for (const auto& criterion : plan.content.criteria)
      if (criterion.value.evaluation == row.value.key) scheme.criteria.push_back(criterion.value);
    schemes.push_back(std::move(scheme));
  }
  return schemes;
}

std::optional<Scheme> scheme_of(const plan::Plan& plan, std::string_view evaluation) {
  std::vector<Scheme> all = schemes_of(plan);
  const auto found = std::find_if(all.begin(), all.end(), [&](const Scheme& each) { return each.head.key == evaluation; });
  return found == all.end() ? std::nullopt : std::optional(std::move(*found));
}

std::vector<regions::Region> places_of(const plan::Library& library, const plan::Plan& plan, const Scheme& scheme) {
  return plan::places_within(library.regions, plan.content.head.value.region, scheme.head.of);
}

std::vector<DueTask> tasks_due_in(const plan::Plan& plan, std::int32_t year) {
  std::vector<DueTask> tasks;
  for (const auto& row : plan.content.tasks)
    for (const Date& due : row.value.due)
      if (due.year() == year) tasks.push_back({"task-" + row.value.number, row.value.title, row.value.title_en, due, row.value.source});
  for (const auto& row : plan.content.milestones)
    if (row.value.due && row.value.due->year() == year && !row.value.indicator)
      tasks.push_back({"milestone-" + row.value.key, row.value.content, row.value.content_en, *row.value.due, row.value.source});
  std::stable_sort(tasks.begin(), tasks.end(), [](const DueTask& a, const DueTask& b) { return a.due < b.due; });
  return tasks;
}

const plan::EvaluationGrade* grade_for(const Scheme& scheme, Decimal points) {
  for (const plan::EvaluationGrade& grade : scheme.head.grades)
    if (points >= grade.from) return &grade;
  return nullptr;
}

}  // namespace laoyou::evaluation
