#pragma once

#include <vector>

#include "base/result.h"

namespace laoyou::siting {

/// What a problem asks beyond its goal.
enum class Requirement { most_places, budget, capacity, least_use, radius };

/// "siting.no_choice_fits", then for each requirement without which the others could be met a refusal that names it.
Refusals refuse_unmeetable(const std::vector<Requirement>& each_alone);

}  // namespace laoyou::siting
