// Reads the text files of Solomon and of Gehring and Homberger.
#pragma once

#include <istream>

#include "base/result.h"
#include "engines/dispatch/single/instance.h"

namespace laoyou::dispatch {

/// Times, coordinates and distances in tenths, distances truncated: the convention of the 12th DIMACS implementation challenge.
/// Refused as "dispatch.solomon.malformed" with the line's number as its place.
Result<single::Instance> read_solomon(std::istream& in);

}  // namespace laoyou::dispatch
