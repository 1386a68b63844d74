// What a place's report must be: to be kept as a draft, and to be handed in.
#pragma once

#include "evaluation/scheme.h"

namespace laoyou::evaluation {

/// Places are those of the request ("/report/answers/2/own_points"). Refused as "evaluation.unknown_criterion", "evaluation.unknown_task", "evaluation.twice",
/// "evaluation.points_outside", "evaluation.day_ahead", "evaluation.done_elsewhere" (a day for a task that does not concern the place), "text.too_long".
Refusals check_report(const PlaceReport& report, const Scheme& scheme, const std::vector<DueTask>& tasks, Date today);

/// A summary, own points for every criterion, and words for those that nothing computes.
Refusals check_complete_report(const PlaceReport& report, const Scheme& scheme);

}  // namespace laoyou::evaluation
