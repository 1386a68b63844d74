// Reads the public home-care series into the problem of this engine.
#pragma once

#include <istream>

#include "base/result.h"
#include "engines/dispatch/problem.h"

namespace laoyou::dispatch {

/// Times in these problems are thousandths of the file's unit, so that its three decimals stay whole.
constexpr std::int64_t k_hhcrsp_scale = 1000;

/// Home health care routing and scheduling as JSON (patients, caregivers, services, distances): travel + lateness + worst lateness in one
/// level, every visit to be made. The cost of the literature is a third of the level's value.
/// Refused as "dispatch.hhcrsp.malformed" with what was expected.
Result<Problem> read_hhcrsp(std::istream& in);

/// Vehicle routing with synchronised visits as JSON (horizon, vehicles, service, earliest, latest, travel, synchronised): travel in one level,
/// every visit to be made. Times in the file's unit. Refused as "dispatch.vrptwsyn.malformed".
Result<Problem> read_vrptwsyn(std::istream& in);

}  // namespace laoyou::dispatch
