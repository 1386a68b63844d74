// What planning asks of the plans.
#pragma once

#include "plan/stack/library.h"
#include "planning/estates/estates.h"
#include "planning/need/need.h"
#include "planning/terms.h"

namespace laoyou::app {

/// What the nearest plan around the place asks of housing estates, then what the country's does: standards named in src/planning/estate_rules.csv.
std::vector<planning::EstateRule> planning_estate_rules(const plan::Library& library, RegionCode region);

/// All standards of the plans around the place, the nearest plan's first: how many beds and slots, how far people may have to go.
std::vector<planning::NamedStandard> planning_standards(const plan::Library& library, RegionCode region);

/// What the plans around the place say of people to come: figures named in src/planning/plan_figures.csv.
std::vector<planning::PlanFigure> planning_figures(const plan::Library& library, RegionCode region);

}  // namespace laoyou::app
