// A child's record says what its dated events say (儿童保健).
#pragma once

#include "store/follower.h"

namespace laoyou::registry {

/// Whenever an event comes, changes or goes, the child's mark of that kind follows: yes while there is an event of it, unknown once there is none. From these
/// marks plans compute their shares; marks that no event ever spoke of stay as they were typed or brought in.
void follow_child_health(store::Follower& follower);

}  // namespace laoyou::registry
