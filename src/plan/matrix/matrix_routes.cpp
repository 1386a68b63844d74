#include "plan/matrix/matrix.h"
#include "plan/indicators/readings.h"
#include "plan/answers/route_parts.h"

namespace laoyou::plan {

using http::Context;
using powers::Power;

namespace {

http::FileAnswer sheet_file(SheetKind kind, std::string name, std::string bytes) {
  if (kind == SheetKind::csv) return {"text/csv; charset=utf-8", name + ".csv", std::move(bytes)};
  return {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name + ".xlsx", std::move(bytes)};
}

/// The table that a request asks for, of a region that the caller may see.
Result<Matrix> asked_matrix(const Services& services, Context& context, const MatrixRequest& request) {
  const Result<Found> found = find_plan(services, context, request.plan);
  if (!found) return found.error();
  const Result<RegionCode> region = region_for(*found, context, request.region);
  if (!region) return region.error();
  const MatrixRequest asked{request.plan, *region, request.group, request.period};
  return services.store.read([&](store::Snapshot& reading) -> Result<Matrix> {
    return matrix(reading, *found->library, *found->plan, asked, context.now().beijing_day());
  });
}

}  // namespace

void add_matrix_routes(const Services& services, http::RouteTable& table) {
  table.push_back(http::get("/api/plans/{plan}/matrix", http::needs({Power::plan_read}), {"指标和区县对照", "Indicators by places"},
                            [services](Context& context, const MatrixRequest& request) -> Result<http::Kept<Matrix>> {
                              const Result<Found> found = find_plan(services, context, request.plan);
                              if (!found) return found.error();
                              const Result<RegionCode> region = region_for(*found, context, request.region);
                              if (!region) return region.error();
                              const MatrixRequest asked{request.plan, *region, request.group, request.period};
                              const Date today = context.now().beijing_day();
                              return kept_answer<Matrix>(services, found->library, today, key_of(asked), [&](store::Snapshot& reading) {
                                return Result<Matrix>(matrix(reading, *found->library, *found->plan, asked, today));
                              });
                            }));
  table.push_back(http::get("/api/plans/{plan}/matrix/sheet", http::needs({Power::plan_read}).also(Power::sheets_export), {"导出指标和区县对照", "Indicators by places as a sheet"},
                            [services](Context& context, const MatrixSheetRequest& request) -> Result<http::FileAnswer> {
                              const Result<Matrix> made = asked_matrix(services, context, {request.plan, request.region, request.group, request.period});
                              if (!made) return made.error();
                              return sheet_file(request.format, "指标区县对照-" + request.plan, matrix_sheet(*made, sheet_format(request.format), context.language()));
                            }).heavy());
}

}  // namespace laoyou::plan
