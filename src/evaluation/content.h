// What stands inside a place's evaluation: its own report, and the points criterion by criterion.
#pragma once

#include "plan/folder/evaluation_records.h"

namespace laoyou::evaluation {

/// The place on one criterion: its own points and what it says for them.
struct PlaceAnswer {
  std::string criterion;
  std::optional<Decimal> own_points;
  std::optional<std::string> text;
};
LAOYOU_RECORD(PlaceAnswer, "evaluation_answer", criterion, own_points, text)

/// The place on one task of the year.
struct TaskAnswer {
  std::string key;        ///< "task-4", "milestone-fee_standard"
  bool not_here = false;  ///< 不涉及本地
  std::optional<Date> done_on;
  std::optional<std::string> text;
};
LAOYOU_RECORD(TaskAnswer, "evaluation_task_answer", key, not_here, done_on, text)

/// All that a place hands in.
struct PlaceReport {
  std::optional<std::string> summary;
  std::vector<PlaceAnswer> answers;
  std::vector<TaskAnswer> tasks;
};
LAOYOU_RECORD(PlaceReport, "evaluation_report", summary, answers, tasks)

/// One criterion of one place: what its points rest on, what is computed, what was given.
struct CriterionScore {
  std::string criterion;
  Decimal full_points;
  std::optional<Decimal> value;             ///< of the indicator
  std::optional<Period> value_period;
  bool from_registers = false;              ///< nothing was reported for the year: what the rule gives
  std::optional<plan::Target> target;
  std::optional<plan::Light> light;
  std::int32_t tasks_due = 0, tasks_in_time = 0, tasks_late = 0;  ///< that concern the place
  std::optional<Decimal> computed;          ///< nothing: whoever reviews decides
  std::optional<Decimal> points;            ///< given in the review
  std::optional<std::string> reason;        ///< where it differs from what was computed
};
LAOYOU_RECORD(CriterionScore, "criterion_score", criterion, full_points, value, value_period, from_registers, target, light, tasks_due, tasks_in_time, tasks_late, computed, points, reason)

struct PlaceScores {
  std::vector<CriterionScore> criteria;
};
LAOYOU_RECORD(PlaceScores, "place_scores", criteria)

}  // namespace laoyou::evaluation
