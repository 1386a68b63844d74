// Linked visits whose intervals and windows no times can keep.
#pragma once

#include <vector>

#include "engines/dispatch/problem.h"

namespace laoyou::dispatch {

/// Links that contradict each other, or the windows at their ends.
struct ImpossibleLinks {
  std::vector<int> visits;  ///< along the links, in the order in which they push each other later
  int link = k_none;        ///< one of the links between them; of a list of the file where there is one
};

/// One entry for each group of linked visits for which no starts keep all intervals, each between the opening of its visit's first window and
/// its last start. Groups with a locked visit are left out: there the others are served one by one. For indices that are known to be right.
std::vector<ImpossibleLinks> impossible_links(const Problem& problem);

}  // namespace laoyou::dispatch
