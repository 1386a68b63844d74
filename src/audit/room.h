// The audit room (审计): the journal for those whose office is to read it. Its public face.
#pragma once

#include "audit/names.h"
#include "http/route.h"
#include "store/store.h"

namespace laoyou::audit {

/// What the room works with; everything outlives it.
struct Services {
  store::Store& store;
  Names names;
};

/// /api/journal…
http::RouteTable routes(Services services);

}  // namespace laoyou::audit
