// GET /api/procedures…: what is in force for a place.
#include "cases/route_kit.h"
#include "procedures/show_procedure.h"

namespace laoyou::cases {
namespace {

namespace json = boost::json;
using http::Context;
using http::Incoming;

CheckedResult<ProcedureLines> list_procedures(Desk& desk, Context& context, const Incoming& incoming) {
  const auto asked = RegionCode::parse(field(incoming, "region"));
  const RegionCode region = asked ? *asked : context.caller().scope;
  ProcedureLines lines;
  for (const ProcedurePtr& each : desk.services.procedures(region)) {
    json::object line = procedures::procedure_line(*each);
    line["mine"] = may_open(*each, context.caller());
    line["summary_zh"] = each->summary.zh;
    line["summary_en"] = each->summary.en;
    lines.procedures.push_back({std::move(line)});
  }
  return lines;
}

CheckedResult<ShownProcedure> show_procedure(Desk& desk, Context& context, const Incoming& incoming) {
  const auto asked = RegionCode::parse(field(incoming, "region"));
  const ProcedurePtr found = find_procedure(desk, field(incoming, "key"), asked ? *asked : context.caller().scope);
  if (!found) return refused({refuse("procedures.not_found", {field(incoming, "key"), ""})});
  json::object whole = procedures::procedure_json(*found);
  whole["mine"] = may_open(*found, context.caller());
  whole["anyone"] = found->anyone;
  return ShownProcedure{std::move(whole)};
}

}  // namespace

void add_procedure_routes(const DeskPtr& desk, http::RouteTable& table) {
  using http::Verb;
  table.push_back(route(desk, Verb::get, "/api/procedures", http::signed_in(), {"办事程序", "Procedures"}, {asked("region", "地区", "Region", false)}, list_procedures));
  table.push_back(route(desk, Verb::get, "/api/procedures/{key}", http::signed_in(), {"一项办事程序", "One procedure"}, {asked("key", "键", "Key", true), asked("region", "地区", "Region", false)}, show_procedure));
}

}  // namespace laoyou::cases
