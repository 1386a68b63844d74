// What the files of this room's route table share: finding the plan and the region a request speaks of.
#pragma once

#include <functional>
#include <memory>

#include "http/declare_route.h"
#include "plan/plan_answers.h"
#include "plan/requests.h"
#include "plan/room.h"

namespace laoyou::plan {

/// What every handler of a plan needs: the library it was found in and the plan itself.
struct Found {
  std::shared_ptr<const Library> library;
  std::shared_ptr<const Plan> plan;
};

/// A plan concerns an account when one of their regions lies within the other.
bool concerns(const Plan& plan, RegionCode scope);
/// A published plan, whoever asks. Refused as "plan.not_found".
Result<Found> find_published(const Services& services, std::string_view key);
/// A plan that concerns the caller; another city's is answered as if it were not there.
Result<Found> find_plan(const Services& services, const http::Context& context, std::string_view key);
PlanList list_plans(const Services& services, const std::function<bool(const Plan&)>& wanted);
/// The region a screen asks for: the one named, else the plan's own as far as the caller's scope reaches. Refused as "plan.region_outside".
Result<RegionCode> region_for(const Found& found, const http::Context& context, const std::optional<RegionCode>& asked);

// One for each file of the table.
void add_plan_routes(const Services& services, http::RouteTable& table);
void add_indicator_routes(const Services& services, http::RouteTable& table);
void add_reading_routes(const Services& services, http::RouteTable& table);
void add_region_routes(const Services& services, http::RouteTable& table);
void add_public_routes(const Services& services, http::RouteTable& table);

}  // namespace laoyou::plan
