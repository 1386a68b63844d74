// The audit room (审计): the journal for those whose office is to read it. Its public face.
#pragma once

#include "audit/names.h"
#include "http/route.h"
#include "jobs/room.h"
#include "store/store.h"

namespace laoyou::audit {

/// What the room works with; everything outlives it.
struct Services {
  store::Store& store;
  Names names;
  jobs::Jobs& jobs;  ///< verifying takes long
};

/// /api/journal…
http::RouteTable routes(Services services);

/// What verifies the journal and every record against it; it fails when something was altered past the program.
jobs::JobKind verify_kind(store::Store& store);
/// POST /api/journal/verify_job and its findings.
http::RouteTable verify_routes(jobs::Jobs& jobs);

}  // namespace laoyou::audit
