// The audit room (审计): the journal for those whose office is to read it. Its public face.
#pragma once

#include <functional>
#include <string>

#include "http/route.h"
#include "store/store.h"

namespace laoyou::audit {

/// What the room works with; everything outlives it.
struct Services {
  store::Store& store;
  std::function<std::string(std::int64_t account)> account_name;  ///< empty for an unknown account
};

/// /api/journal…
http::RouteTable routes(Services services);

}  // namespace laoyou::audit
