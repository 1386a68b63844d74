// The points of a place, computed from its indicators and tasks by the plan's criteria.
#pragma once

#include "evaluation/scheme.h"
#include "facts/facts_keeper.h"
#include "plan/indicators/place_state.h"

namespace laoyou::evaluation {

/// What is known of an indicator at one place at the end of the year.
struct IndicatorResult {
  std::optional<Decimal> value;
  std::optional<Period> period;
  bool from_registers = false;
  std::optional<plan::Target> target;
  plan::Light light = plan::Light::not_reported;
};

/// The share of the target that is reached, from 0 to 1 as millionths; of a span 1 inside and 0 outside. Nothing for a target of nothing.
std::optional<std::int64_t> reached_millionths(const plan::Target& target, Decimal value);

/// The points an indicator gives: of `light` all, `near_share` percent or none; of `share` in proportion. Two places, half up. Nothing where no target holds
/// for the place; none where nothing is known.
std::optional<Decimal> indicator_points(const plan::Criterion& criterion, const IndicatorResult& result, Decimal near_share);

/// Counts the tasks of the year that concern the place.
struct TaskCount {
  std::int32_t due = 0, in_time = 0, late = 0;
};
TaskCount count_tasks(const std::vector<DueTask>& tasks, const std::vector<TaskAnswer>& answers);
/// In proportion; a late one counts `late_share` percent. Nothing where no task concerns the place.
std::optional<Decimal> task_points(Decimal points, const TaskCount& count, Decimal late_share);

/// Where the values come from.
struct Scoring {
  const plan::Library& library;
  const plan::Plan& plan;
  const facts::FactsKeeper& facts;
};

/// All criteria of a place for a year: an indicator by its last value reported within the year, where there is none by what its rule gives for the year.
PlaceScores computed_scores(store::Snapshot& reading, const Scoring& scoring, const Scheme& scheme, RegionCode region, std::int32_t year, const std::vector<TaskAnswer>& answers);

/// What counts of a criterion: what the review gave, else what was computed.
std::optional<Decimal> counted_points(const CriterionScore& score);
/// The sum of what counts.
Decimal sum_of(const PlaceScores& scores);
Decimal computed_sum(const PlaceScores& scores);
Decimal own_sum(const PlaceReport& report);

/// One place and its points; the rank of the best is 1, equal points have one rank.
std::vector<std::int32_t> ranks_of(const std::vector<Decimal>& points);

}  // namespace laoyou::evaluation
