// What planning asks of the plans.
#pragma once

#include "plan/stack/library.h"
#include "planning/estates/estates.h"
#include "planning/need/need.h"

namespace laoyou::app {

/// What the nearest plan around the place asks of housing estates, then what the country's does: standards named in src/planning/estate_rules.csv.
std::vector<planning::EstateRule> planning_estate_rules(const plan::Library& library, RegionCode region);

/// What the plans around the place say of people to come: figures named in src/planning/plan_figures.csv.
std::vector<planning::PlanFigure> planning_figures(const plan::Library& library, RegionCode region);

}  // namespace laoyou::app
