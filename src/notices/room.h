// The room of notices (通知): what people are told, and the inbox where each finds what waits for him. Its public face; telling is in tell.h.
#pragma once

#include <functional>
#include <vector>

#include "http/route.h"
#include "notices/requests.h"
#include "store/store.h"

namespace laoyou::notices {

/// The tables of this room.
std::vector<store::TableDefinition> tables();

/// What the room works with; everything outlives it.
struct Services {
  store::Store& store;
  std::function<std::string(std::int64_t account)> account_name;  ///< empty for an unknown one
  std::function<std::string(RegionCode region)> region_name;
  /// Open accounts of a unit whose region holds this one.
  std::function<std::vector<Colleague>(std::int64_t unit, RegionCode region)> colleagues;
};

/// /api/inbox…
http::RouteTable routes(Services services);

}  // namespace laoyou::notices
