// Whether what stands around a plan's goals holds together: bodies and posts, shared terms, regional targets, and what a policy names.
#pragma once

#include "plan/folder/folder.h"

namespace laoyou::plan {

/// Refused: a post or body that names a body or unit which is not there, an indicator whose term is not in vocabulary.csv or has another unit there, an
/// `each` that is no part of the plan's region or is deeper than its values are reported, a regional target that names no indicator or is no target, a
/// policy whose condition is no rule, whose office is no unit, or that ends before it begins. Places as check_folder() gives them.
void check_arrangement(const Folder& folder, const std::vector<Folder>& below, Refusals& refusals);

}  // namespace laoyou::plan
