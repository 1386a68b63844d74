// The room of prices (价格): what places charge, and whether inclusive ones keep below the market as a plan wants. Its public face.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "collection/collection.h"
#include "http/route.h"
#include "prices/requests.h"
#include "store/store.h"

namespace laoyou::prices {

/// The register of answers (价格调查).
std::vector<collection::Collection> collections();

/// What the room works with; everything outlives it.
struct Services {
  store::Store& store;
  std::function<std::string(RegionCode)> region_name;
  /// What the nearest plan of a place sets for inclusive prices.
  std::function<std::optional<PriceCeiling>(RegionCode)> ceiling;
};

/// /api/price-tests
http::RouteTable routes(const Services& services);

}  // namespace laoyou::prices
