// The check of what planning reckons by: place_kinds.csv, travel_speeds.csv, reach_limits.csv, reach_measures.csv, need_ratios.csv, estate_rules.csv, people_forecasts.csv.
#pragma once

#include "plan/folder/folder.h"

namespace laoyou::plan {

/// Refused: a row whose standard or figure stands neither in this folder nor below it ("plan.unknown_standard", "plan.unknown_figure", with the nearest "plan.mistyped_…"), a speed,
/// a number of people or an age out of range ("plan.reach_number" {column, found}), ages that end before they begin ("plan.ages_reversed"), a measure of no kind
/// ("plan.measure_without_kind"), a ratio of places without capacity ("plan.ratio_without_unit").
void check_reach(const Folder& folder, const std::vector<Folder>& below, Refusals& refusals);

}  // namespace laoyou::plan
