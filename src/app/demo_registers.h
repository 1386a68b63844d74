// Made-up registers for demonstration: places, beds, slots, staff, people and services of a plan's region, so that what rules compute can be looked at.
// Every record is marked synthetic; nobody in them exists.
#pragma once

#include "plan/stack/library.h"
#include "store/store.h"

namespace laoyou::app {

/// Adds a few thousand records for the plan's region unless registers hold made-up institutions there already; how many. The same seed makes the same
/// records, but for their ids. A plan of the whole country has none.
Result<std::int64_t> fill_registers(store::Store& store, const store::Actor& actor, const plan::Library& library, const plan::Plan& plan, std::uint64_t seed);

}  // namespace laoyou::app
