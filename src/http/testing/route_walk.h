// Walks every route with every power and holds what happens against what the table declares. Each request carries a parameter no route has, so that
// where access is granted nothing is done.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "http/route.h"

namespace laoyou::http {

/// A route as the walk needs it.
struct RouteDescription {
  Verb verb;
  std::string path;
  Access access;
  bool takes_region = false;  ///< a `region` stands in path or query
};

/// The table's rows; also of interest to people.
std::vector<RouteDescription> describe_routes(const RouteTable& routes);

/// A signed-in session to walk with.
struct WalkingSession {
  std::string name;        ///< for the deviations
  powers::Powers powers;   ///< what it may do
  std::string session_token;  ///< value of the session cookie
  std::string csrf_token;
};

/// Every route without a session and with each session: 401, 403 "access.power_missing" or neither, exactly as declared; a change without the CSRF token
/// or from another site is 403. Returns one line for each deviation; empty when all is as declared.
std::vector<std::string> walk_routes(std::uint16_t port, const std::vector<RouteDescription>& routes, const std::vector<WalkingSession>& sessions);

/// Every scoped reading route that takes a region, asked for `outside` by each session: none may answer 2xx or 3xx. Placeholders are
/// filled from `values` by name, else with "1". Returns one line for each deviation.
std::vector<std::string> walk_scopes(std::uint16_t port, const std::vector<RouteDescription>& routes, const std::vector<WalkingSession>& sessions,
                                     RegionCode outside, const TextFields& values);

}  // namespace laoyou::http
