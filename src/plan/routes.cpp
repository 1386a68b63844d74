#include "plan/answers/route_parts.h"

namespace laoyou::plan {

std::vector<store::TableDefinition> tables() {
  return {store::table<ReportedValue>({store::unique({"plan", "indicator", "region", "period"}), store::indexed({"plan", "region"}), store::indexed({"region"})})};
}

http::RouteTable routes(Services services) {
  http::RouteTable table;
  add_plan_routes(services, table);
  add_indicator_routes(services, table);
  add_matrix_routes(services, table);
  add_period_form_routes(services, table);
  add_reading_routes(services, table);
  add_region_routes(services, table);
  add_public_routes(services, table);
  return table;
}

}  // namespace laoyou::plan
