// The routes every server has, whatever rooms it serves.
#pragma once

#include <functional>

#include "http/metrics.h"
#include "http/route.h"

namespace laoyou::http {

/// What the built-in routes show; filled in once the whole table is known.
struct BuiltIn {
  Metrics* metrics = nullptr;
  std::string openapi;            ///< the API document
  bool metrics_for_all = false;
  std::function<void()> probe;    ///< throws a WorldFailure when what the rooms need (the database) cannot be had; may be empty
};

/// GET /health, /metrics and /openapi.json. `shown` outlives the routes.
RouteTable built_in_routes(const BuiltIn& shown);

}  // namespace laoyou::http
