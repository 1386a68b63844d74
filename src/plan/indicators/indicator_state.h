// How an indicator stands: pure functions from an indicator and its values to what a screen shows.
#pragma once

#include <span>

#include "plan/answers/answers.h"
#include "plan/stack/plan.h"

namespace laoyou::plan {

/// A unit that counts per something (%, ‰, 个/千人, m²/百户): the target holds for every part of the region as for the whole. A total (张, 个,
/// 人次/月) has its target for the plan's own region only.
bool is_ratio_unit(std::string_view unit);

/// What the document itself reports and what was reported since, by period; a report replaces the document's value of the same period. A report
/// for a period that begins after `today` counts for nothing.
std::vector<Actual> value_series(const Row<Indicator>& indicator, bool whole_region, std::span<const ReportedValue> readings, Date today);

/// The last of the series before a period; nothing when there is none.
std::optional<Actual> last_before(const std::vector<Actual>& series, const Period& period);

/// The target that a value of `period` is held against: the first whose period does not end before, else the last. Nothing for a total
/// outside the plan's own region.
std::optional<Target> target_for(const Indicator& indicator, bool whole_region, const std::optional<Period>& period);

/// The same among targets that are known to hold.
std::optional<Target> target_among(std::vector<Target> targets, const std::optional<Period>& period);

/// The targets that hold for a place: those of targets.csv for it; else the indicator's own where it is the plan's region, where `each` names
/// its level, or where the unit is a ratio.
std::vector<Target> targets_at(const Plan& plan, const Row<Indicator>& indicator, RegionCode region);

/// The state from the series against these targets.
IndicatorState state_against(const Row<Indicator>& indicator, bool whole_region, const std::vector<Target>& targets, const std::vector<Actual>& series, int near_percent);

/// The state from the series; `near_percent` says how far from the target is still near.
IndicatorState state_of(const Row<Indicator>& indicator, bool whole_region, const std::vector<Actual>& series, int near_percent);

/// Gives each part that has a value its rank: by value, in the target's direction (less is better for at_most and less).
void rank_children(const Indicator& indicator, std::vector<ChildState>& children);

}  // namespace laoyou::plan
