#include "plan/indicators/readings.h"
#include "plan/answers/route_parts.h"

namespace laoyou::plan {

using http::Context;
using powers::Power;

void add_reading_routes(const Services& services, http::RouteTable& table) {
  const http::Access reporters = http::needs({Power::values_report});
  constexpr std::size_t k_sheet_bytes_max = 32u << 20;
  const std::vector<std::string> sheet_types{"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/octet-stream"};
  table.push_back(http::get("/api/readings", http::needs({Power::plan_read}), {"填报记录", "Reported values"}, store::acted<Context>(services, list_readings)));
  table.push_back(http::post("/api/readings", reporters, {"填报", "Report a value"}, store::acted<Context>(services, report_reading))
                      .creates()
                      .refuses(409, "readings.already_reported"));
  table.push_back(http::put("/api/readings/{id}", reporters, {"改正填报值", "Correct a reported value"}, store::acted<Context>(services, correct_reading)));
  table.push_back(http::remove("/api/readings/{id}", reporters, {"删除填报值", "Remove a reported value"}, store::acted<Context>(services, remove_reading)));
  table.push_back(http::get("/api/readings/template", http::needs({Power::plan_read}), {"填报模板", "The sheet to fill in"}, store::acted<Context>(services, reading_template))
                      .heavy());
  table.push_back(http::get("/api/readings/export", http::needs({Power::plan_read}).also(Power::sheets_export), {"导出填报值", "Reported values as a sheet"}, store::acted<Context>(services, export_readings))
                      .heavy());
  table.push_back(http::post("/api/readings/import", reporters, {"导入填报表", "Import a filled-in sheet"},
                             [services](Context& context, const ImportReadingsRequest& request) { return import_readings(services, store::acting_of(context), request, context.body()); })
                      .takes_file(sheet_types, k_sheet_bytes_max)
                      .heavy());
  table.push_back(http::post("/api/readings/import/marked", reporters, {"退回表：标出有误的单元格", "The sheet with its wrong cells marked"},
                             [services](Context& context, const ImportReadingsRequest& request) { return marked_readings(services, store::acting_of(context), request, context.body(), context.language()); })
                      .takes_file(sheet_types, k_sheet_bytes_max)
                      .heavy());
}

}  // namespace laoyou::plan
