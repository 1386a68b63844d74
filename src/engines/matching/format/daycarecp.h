// Reads the public instance of DaycareCP (Sun and others, AAAI 2024) turned to JSON: {"children", "daycares", "families"}.
#pragma once

#include <string_view>

#include "base/result.h"
#include "engines/matching/problem.h"

namespace laoyou::matching {

/// Seats are the recruiting numbers, one group an age (or a list of ages that share), a place's list of children its order of priority, and the number
/// 9999 no place. Refused as "dispatch.json.*", "matching.no_group", "matching.wish_size".
CheckedResult<Problem> read_daycarecp(std::string_view text);

}  // namespace laoyou::matching
