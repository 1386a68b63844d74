// What must hold between the rows of a plan. Each rule is a small function that reports all it finds; none stops at the first.
#pragma once

#include "plan/stack/plan.h"

namespace laoyou::plan {

/// Checks one folder against the layers below it (lowest first, itself not among them) and the country's regions. Refusals carry
/// "path:line:column".
Refusals check_folder(const Folder& folder, const std::vector<Folder>& below, const regions::RegionTree& regions);

}  // namespace laoyou::plan
