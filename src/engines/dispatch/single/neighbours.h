// Which stops are worth placing next to each other.
#pragma once

#include <vector>

#include "engines/dispatch/single/instance.h"

namespace laoyou::dispatch::single {

/// Per customer the `count` customers nearest to it in travel, unavoidable waiting and unavoidable warp, nearest first
/// (the correlation measure of Vidal, Crainic, Gendreau and Prins 2013). Entry 0 is empty.
std::vector<std::vector<int>> nearest_customers(const Instance& instance, int count);

}  // namespace laoyou::dispatch::single
