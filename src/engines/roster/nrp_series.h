// The public nurse rostering series of Curtois and Qu (schedulingbenchmarks.org) as rosters.
#pragma once

#include <istream>

#include "base/result.h"
#include "engines/roster/problem.h"

namespace laoyou::roster {

/// Reads one instance; refused as "dispatch.nrp.malformed" or "text.not_utf8" with the line as place. Lengths in minutes become seconds.
Result<Problem> read_nrp(std::istream& in);

}  // namespace laoyou::roster
