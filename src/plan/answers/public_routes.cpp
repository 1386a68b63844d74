#include "plan/answers/route_parts.h"

namespace laoyou::plan {

using http::Context;

void add_public_routes(const Services& services, http::RouteTable& table) {
  table.push_back(http::get("/api/public/plans", http::open_to_all(), {"公开的方案", "Published plans"}, [services](Context& context) -> Result<PlanList> {
    const auto library = services.plans.current();
    PlanList list;
    for (const auto& [key, plan] : library->plans) list.rows.push_back(public_head(*library, *plan, context.now().beijing_day()));
    return list;
  }));
  table.push_back(http::get("/api/public/plans/{plan}", http::open_to_all(), {"一个公开的方案", "One published plan"},
                            [services](Context& context, const PlanRequest& request) -> Result<http::Kept<PublicPlan>> {
                              const Result<Found> found = find_published(services, request.plan);
                              if (!found) return found.error();
                              const Date today = context.now().beijing_day();
                              return kept_of_plan<PublicPlan>(services, *found, today, request.plan, [&] { return public_answer(*found->library, *found->plan, today); });
                            }));
  table.push_back(http::get("/api/events", http::signed_in(), {"变化通知", "What has changed, as it changes"}, [services](Context& context) -> Result<http::EventStream> {
    auto queue = services.events.subscribe(context.caller());
    if (!queue) return queue.error();
    return http::EventStream{std::move(*queue)};
  }).at_door().refuses(429, "http.too_many_streams"));
}

}  // namespace laoyou::plan
