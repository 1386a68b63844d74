// A proof of how good a set of routes could at best be.
#pragma once

#include "engines/dispatch/single/instance.h"

namespace laoyou::dispatch::single {

/// A distance that no feasible routes go below: every customer is left once and reached once, along legs that windows and capacity allow, and
/// at most as many routes leave the depot as there are vehicles (the assignment bound, solved exactly by the Hungarian method, cubic in the
/// number of stops and vehicles). It knows neither the load of longer pieces nor the time they take, so it can be far below the optimum.
std::int64_t lower_bound(const Instance& instance);

}  // namespace laoyou::dispatch::single
