// How a plan's places are evaluated each year: evaluations.yaml of a plan folder (年度评价).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plan/folder/records.h"

namespace laoyou::plan {

/// What the mark of a criterion is computed from.
enum class ScoredBy {
  light,  ///< 指标状态: all of the points when the indicator is met, `near_share` of them when it is near
  share,  ///< 完成比例: the points times the share of the target that is reached
  tasks,  ///< 任务按期: the points times the share of the year's tasks that were done in time
  review  ///< 评审: whoever reviews gives them; nothing computes them
};
LAOYOU_ENUM(ScoredBy, "scored_by", light, share, tasks, review)

/// From so many points on a place has this grade (等次).
struct EvaluationGrade {
  std::string name;
  std::optional<std::string> name_en;
  Decimal from;
  bool preferred = false;  ///< such places come first where the evaluation is used
};
LAOYOU_RECORD(EvaluationGrade, "evaluation_grade", name, name_en, from, preferred)

/// A yearly evaluation of places. What its text does not say is marked: `unverified` of the row, `example` in its note.
struct Evaluation {
  std::string key;
  std::string name;
  std::optional<std::string> name_en;
  RegionLevel of = RegionLevel::county;    ///< the places that are evaluated
  Decimal full_mark;                       ///< what the points of its criteria add up to
  std::int32_t report_within_days = 0;     ///< so many days after the year a place hands in its report
  std::int32_t objection_days = 0;         ///< so many days after the results are told a place may object
  Decimal near_share;                      ///< percent of the points that a near indicator gets
  Decimal late_share;                      ///< percent that a task counts which was done after its day
  std::vector<EvaluationGrade> grades;     ///< the best first
  std::optional<std::string> used_for;     ///< what follows from it
  std::optional<std::string> used_for_en;
  std::optional<std::string> note;
  std::string source;
  bool unverified = false;
};
LAOYOU_RECORD(Evaluation, "evaluation", key, name, name_en, of, full_mark, report_within_days, objection_days, near_share, late_share, grades, used_for, used_for_en, note, source,
              unverified)

/// One criterion of an evaluation (评价项).
struct Criterion {
  std::string evaluation;
  std::string key;
  std::string name;
  std::optional<std::string> name_en;
  ScoredBy by = ScoredBy::review;
  Decimal points;
  std::optional<std::string> indicator;  ///< of `light` and `share`
  std::optional<std::string> asks;       ///< what the place is to show
  std::optional<std::string> asks_en;
  std::optional<std::string> note;
  std::string source;
  bool unverified = false;
};
LAOYOU_RECORD(Criterion, "criterion", evaluation, key, name, name_en, by, points, indicator, asks, asks_en, note, source, unverified)

}  // namespace laoyou::plan
