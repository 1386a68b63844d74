// What planning asks of the plans.
#pragma once

#include "plan/stack/library.h"
#include "planning/estates/estates.h"
#include "planning/need/need.h"
#include "planning/terms.h"

namespace laoyou::app {

/// What the nearest plan around the place asks of housing estates, then what the country's does: standards that the plans' estate_rules.csv name.
std::vector<planning::EstateRule> planning_estate_rules(const plan::Library& library, RegionCode region);

/// How many beds and slots the plans around the place want, how far people may have to go, what is counted: standards that reach_limits.csv, reach_measures.csv and
/// need_ratios.csv name; the nearest plan's first.
planning::Terms planning_terms(const plan::Library& library, RegionCode region);

/// Whom kinds of places serve and how fast people go, as place_kinds.csv and travel_speeds.csv of the plans around the place say; the nearest plan's row holds.
planning::GoingRules planning_going_rules(const plan::Library& library, RegionCode region);

/// What the plans around the place say of people to come: figures that people_forecasts.csv names.
std::vector<planning::PlanFigure> planning_figures(const plan::Library& library, RegionCode region);

}  // namespace laoyou::app
