// Cases of the demonstration (演示办件): complaints, applications and reports, begun and handled by its accounts through the program's own routes.
#pragma once

#include "accounts/room.h"
#include "http/route.h"
#include "plan/stack/library.h"
#include "store/store.h"

namespace laoyou::app {

/// Plays demo_cases.json unless there is a case already; how many cases. A case whose place has no plan here, or whose people have no account, is left out.
/// Refused as the routes refuse.
Result<int> fill_cases(store::Store& store, const accounts::Accounts& accounts, const plan::Library& library, const http::RouteTable& routes, const Clock& clock);

}  // namespace laoyou::app
