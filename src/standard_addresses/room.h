// The room of standard addresses (统一标准地址库): the register of them, and where the addresses of the other registers lie. Its public face.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "collection/collection.h"
#include "http/route.h"
#include "jobs/room.h"
#include "regions/region_tree.h"
#include "standard_addresses/kept_placers.h"
#include "standard_addresses/requests.h"
#include "store/store.h"

namespace laoyou::standard_addresses {

/// The register of standard addresses.
std::vector<collection::Collection> collections();
/// The table beside it.
std::vector<store::TableDefinition> tables();

/// What the room works with; everything outlives it.
struct Services {
  store::Store& store;
  jobs::Jobs& jobs;
  KeptPlacers& placers;
  std::function<std::shared_ptr<const regions::RegionTree>()> regions;
  std::function<std::string(std::int64_t account)> account_name;
};

/// Placing the addresses of the registers ("addresses.geocode").
std::vector<jobs::JobKind> job_kinds(const Services& services);

/// /api/address-matches…
http::RouteTable routes(const Services& services);

}  // namespace laoyou::standard_addresses
