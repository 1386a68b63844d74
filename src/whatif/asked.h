// Finding the plan, the place and the period that a request speaks of.
#pragma once

#include "whatif/compare.h"
#include "whatif/room.h"
#include "store/acting.h"

namespace laoyou::whatif {

/// A plan that concerns who acts; another city's is answered as if it were not there. Without a region: the plan's own as far as the scope reaches; without a
/// period: the current year, or the plan's last one. Refused as "plan.not_found", "plan.region_outside", "whatif.no_rules".
Result<Asked> asked_of(const Services& services, const store::Acting& acting, const std::string& plan, const std::optional<RegionCode>& region, const std::optional<Period>& period);

}  // namespace laoyou::whatif
