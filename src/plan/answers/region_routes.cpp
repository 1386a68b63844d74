#include "plan/answers/region_answers.h"
#include "plan/answers/route_parts.h"

namespace laoyou::plan {

using http::Context;

void add_region_routes(const Services& services, http::RouteTable& table) {
  const http::Access reference = http::signed_in().unscoped();
  table.push_back(http::get("/api/regions/search", reference, {"按名称或代码找地区", "Find regions by name or code"},
                            [services](Context&, const RegionSearchRequest& request) -> Result<RegionRows> { return region_search(*services.plans.current(), request); }));
  table.push_back(http::get("/api/regions/{region}", reference, {"一个地区", "One region"},
                            [services](Context&, const RegionRequest& request) { return region_answer(*services.plans.current(), request.region); }));
  table.push_back(http::get("/api/regions/{region}/children", reference, {"下级地区", "The parts of a region"},
                            [services](Context&, const RegionRequest& request) { return region_children(*services.plans.current(), request.region); }));
  table.push_back(http::get("/api/regions/{region}/cartogram", reference, {"示意图方块", "Tiles of the schematic map"},
                            [services](Context&, const CartogramRequest& request) -> Result<Cartogram> {
                              const auto library = services.plans.current();
                              const auto plan = request.plan ? library->find(*request.plan) : nullptr;
                              return cartogram(*library, request.region, plan.get());
                            }));
}

}  // namespace laoyou::plan
