// The room of assessments (能力评估): instruments of the plans filled in, scored and kept. Its public face.
#pragma once

#include <functional>
#include <vector>

#include "assessments/records.h"
#include "http/route.h"
#include "plan/folder/instrument.h"
#include "store/store.h"

namespace laoyou::assessments {

/// The tables of this room.
std::vector<store::TableDefinition> tables();

/// What the room works with; everything outlives it.
struct Services {
  store::Store& store;
  std::function<std::vector<plan::Instrument>(RegionCode region)> instruments;  ///< of the plan that holds in a place
  std::function<std::string(RegionCode region)> region_name;
  std::function<std::string(std::int64_t account)> account_name;
};

/// /api/assessment-forms…
http::RouteTable routes(Services services);

}  // namespace laoyou::assessments
