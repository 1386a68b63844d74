// The best plan of a tiny problem by trying all of them.
#pragma once

#include <optional>

#include "engines/dispatch/plan.h"

namespace laoyou::dispatch {

/// The best valid plan, as the independent judge rates it; none when no plan is valid. Every way of
/// dealing visits to shifts in every order, with and without each break at every place, is judged: for problems of up to about five visits.
std::optional<Plan> best_plan(const Problem& problem);

}  // namespace laoyou::dispatch
