#include "plan/answers/route_parts.h"
#include "plan/bundles/bundle_record.h"
#include "plan/circulars/circular_record.h"
#include "plan/indicators/kept_computed.h"
#include "plan/projects/project_progress.h"
#include "plan/signing/report_record.h"

namespace laoyou::plan {

std::vector<store::TableDefinition> tables() {
  std::vector<store::TableDefinition> tables{store::table<ReportedValue>({store::unique({"plan", "indicator", "region", "period"}), store::indexed({"plan", "region"}), store::indexed({"region"})}),
          store::table<PeriodReport>({store::unique({"plan", "region", "period"}), store::indexed({"plan", "period"})}),
          store::table<DraftValue>({store::unique({"report", "indicator"})}),
          store::table<Circular>({store::unique({"plan", "region", "number"}), store::indexed({"plan", "issued_on"})}).journalling_digests_of({"paper"}),
          store::table<BundleKey>(),
          store::table<BundleSource>({store::unique({"public_key"})}),
          store::table<SentBundle>({store::unique({"plan", "region", "number"})}).journalling_digests_of({"text"}),
          store::table<TakenBundle>({store::unique({"plan", "region", "public_key", "number"})})};
  for (store::TableDefinition& each : kept_computed_tables()) tables.push_back(std::move(each));
  return tables;
}

http::RouteTable routes(Services services) {
  http::RouteTable table;
  add_plan_routes(services, table);
  add_indicator_routes(services, table);
  add_kept_computed_routes(services, table);
  add_matrix_routes(services, table);
  add_period_form_routes(services, table);
  add_project_routes(services, table);
  add_report_routes(services, table);
  add_bundle_routes(services, table);
  add_circular_routes(services, table);
  add_reading_routes(services, table);
  add_region_routes(services, table);
  add_public_routes(services, table);
  return table;
}

}  // namespace laoyou::plan
