// Two parents make a child.
#pragma once

#include "base/random.h"
#include "engines/dispatch/single/solution.h"

namespace laoyou::dispatch::single {

/// Selective route exchange (Nagata, Bräysy and Dullaert 2010; the form of the 2021-22 DIMACS challenge): some neighbouring routes of the
/// first parent give way to the routes of the second that cover most of the same customers; customers left over are put in at the least price.
/// Of the two ways to resolve the overlap the cheaper child at `prices` is returned. Both parents must serve every customer.
Routes exchange_routes(const Instance& instance, const Solution& first, const Solution& second, const Penalties& prices,
                       SeededRandom& random);

}  // namespace laoyou::dispatch::single
