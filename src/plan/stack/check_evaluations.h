// Holds the yearly evaluations of a folder against its indicators and against themselves.
#pragma once

#include "plan/folder/folder.h"

namespace laoyou::plan {

/// Criteria whose indicator is not there, that have no points or no indicator to be computed from; criteria whose points do not add up to the full
/// mark; grades out of order; an evaluation of places that do not lie within the plan's.
void check_evaluations(const Folder& folder, const std::vector<Folder>& below, Refusals& refusals);

}  // namespace laoyou::plan
