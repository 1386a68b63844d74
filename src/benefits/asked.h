// Finding the plan and the day that a request speaks of.
#pragma once

#include "benefits/find.h"
#include "benefits/room.h"
#include "http/context.h"

namespace laoyou::benefits {

struct Asked {
  std::shared_ptr<const plan::Library> library;
  std::shared_ptr<const plan::Plan> plan;
  RegionCode region;
  Period period;  ///< the month of today, no later than the plan's last one
};

/// Any running plan, for anyone. Refused as "plan.not_found", "benefits.no_rules".
Result<Asked> asked_of_all(const Services& services, const std::string& plan, Date today);
/// A plan that concerns the caller, and the place asked for within both. Refused besides as "plan.region_outside".
Result<Asked> asked_of_caller(const Services& services, const http::Context& context, const std::string& plan, const std::optional<RegionCode>& region);

/// The procedures of the plan's place by key; what it returns lives as long as the function.
FindProcedure procedures_of(const Asked& asked);

}  // namespace laoyou::benefits
