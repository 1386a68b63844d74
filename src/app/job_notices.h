// Whoever asked for a job is told in the inbox when it fails; of a recurring one, those who manage accounts.
#pragma once

#include "store/follower.h"

namespace laoyou::app {

/// Subscribes to the follower: each failure is told once, whichever server it happened on.
void tell_of_failed_jobs(store::Follower& follower);

}  // namespace laoyou::app
