#include "plan/matrix/matrix.h"
#include "plan/indicators/asked_day.h"
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

/// The table that a request asks for, of a region that the caller may see; kept until a value changes.
Result<http::Kept<Matrix>> kept_matrix(const Services& services, const store::Acting& acting, const MatrixRequest& request) {
  const Result<Found> found = find_plan(services, acting, request.plan);
  if (!found) return found.error();
  const Result<RegionCode> region = region_for(*found, acting, request.region);
  if (!region) return region.error();
  const Result<AskedDay> day = asked_day(acting, request.as_of);
  if (!day) return day.error();
  const MatrixRequest asked{request.plan, *region, request.group, request.period, request.as_of};
  return kept_answer<Matrix>(services, found->library, acting.at.beijing_day(), key_of(asked), [&](store::Snapshot& reading) {
    return day->view(*services.kept, reading, *region, [&](const ReadingsView& view) { return Result<Matrix>(matrix(view, *found->library, *found->plan, asked, day->day)); });
  });
}

Result<Matrix> made_matrix(const Services& services, const store::Acting& acting, const MatrixRequest& request) {
  const Result<Found> found = find_plan(services, acting, request.plan);
  if (!found) return found.error();
  const Result<RegionCode> region = region_for(*found, acting, request.region);
  if (!region) return region.error();
  const Result<AskedDay> day = asked_day(acting, request.as_of);
  if (!day) return day.error();
  const MatrixRequest asked{request.plan, *region, request.group, request.period, request.as_of};
  return services.store.read([&](store::Snapshot& reading) -> Result<Matrix> {
    return day->view(*services.kept, reading, *region, [&](const ReadingsView& view) { return matrix(view, *found->library, *found->plan, asked, day->day); });
  });
}

}  // namespace

void add_matrix_routes(const Services& services, http::RouteTable& table) {
  table.push_back(http::get("/api/plans/{plan}/matrix", http::needs({Power::plan_read}), {"指标和区县对照", "Indicators by places"}, store::acted<Context>(services, kept_matrix)));
  table.push_back(http::get("/api/plans/{plan}/matrix/sheet", http::needs({Power::plan_read}).also(Power::sheets_export), {"导出指标和区县对照", "Indicators by places as a sheet"},
                            [services](Context& context, const MatrixSheetRequest& request) -> Result<http::FileAnswer> {
                              const Result<Matrix> made = made_matrix(services, store::acting_of(context), {request.plan, request.region, request.group, request.period, request.as_of});
                              if (!made) return made.error();
                              return sheet_file(request.format, "指标区县对照-" + request.plan, matrix_sheet(*made, sheet_format(request.format), context.language()));
                            }).heavy());
}

}  // namespace laoyou::plan
