// Keeps beside each person in whose care they are, so that a home sees its own residents and no others.
#pragma once

#include "store/follower.h"

namespace laoyou::registry {

/// Whenever a stay begins, changes or ends, the resident's institution becomes that of the last stay without an end, or nothing.
void follow_stays(store::Follower& follower);

}  // namespace laoyou::registry
