// The room of draws for inspections (双随机抽查): the lists out of the registers, fixed and published before a public event, drawn by what the
// event gave. Its public face.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "collection/collection.h"
#include "draws/requests.h"
#include "http/route.h"
#include "store/store.h"

namespace laoyou::draws {

/// The registers of inspectors, of conflicts and of inspections made.
std::vector<collection::Collection> collections();
/// The tables beside them.
std::vector<store::TableDefinition> tables();

/// What the room works with; everything outlives it.
struct Services {
  store::Store& store;
  std::function<std::string(RegionCode)> region_name;
};

/// /api/draws…, /api/public/draws…
http::RouteTable routes(const Services& services);

}  // namespace laoyou::draws
