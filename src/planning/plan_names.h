// Which standards and figures of plans planning understands, by their keys.
#pragma once

#include "planning/estates/estates.h"

namespace laoyou::planning {

/// A standard that says how much floor area estates need.
struct EstateStandard {
  std::string standard;
  EstateSpace space = EstateSpace::elderly;
  bool newly_built = false;
};

/// A figure that says how many people of an age there will be.
struct FigureName {
  std::string figure;
  std::int32_t from_age = 0, to_age = 100;
};

// What estate_rules.csv and plan_figures.csv beside this file say.
const std::vector<EstateStandard>& estate_standards();
const std::vector<FigureName>& figure_names();

}  // namespace laoyou::planning
