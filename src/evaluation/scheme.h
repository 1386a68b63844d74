// An evaluation as a plan has it: its head, its criteria, the places, and the tasks of a year.
#pragma once

#include "evaluation/content.h"
#include "plan/stack/library.h"

namespace laoyou::evaluation {

struct Scheme {
  plan::Evaluation head;
  std::vector<plan::Criterion> criteria;
  std::string layer;

  const plan::Criterion* find(std::string_view criterion) const;
};

/// Of all evaluations of the plan, in the order of its file.
std::vector<Scheme> schemes_of(const plan::Plan& plan);
/// Nothing where the plan no longer has it.
std::optional<Scheme> scheme_of(const plan::Plan& plan, std::string_view evaluation);

/// The places that are evaluated.
std::vector<regions::Region> places_of(const plan::Library& library, const plan::Plan& plan, const Scheme& scheme);

/// A task, or a milestone that no indicator measures, that fell due in the year. A milestone with an indicator is scored by its indicator.
struct DueTask {
  std::string key;
  std::string title;
  std::optional<std::string> title_en;
  Date due;
  std::string source;
};
LAOYOU_RECORD(DueTask, "evaluation_due_task", key, title, title_en, due, source)

/// By day.
std::vector<DueTask> tasks_due_in(const plan::Plan& plan, std::int32_t year);

/// The grade for so many points; null where none begins so low.
const plan::EvaluationGrade* grade_for(const Scheme& scheme, Decimal points);

}  // namespace laoyou::evaluation
