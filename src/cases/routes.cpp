#include "cases/route_kit.h"

namespace laoyou::cases {

std::vector<store::TableDefinition> tables() {
  using store::indexed;
  return {store::table<CaseFile>({store::unique({"number"}), indexed({"opened_by", "opened"}), indexed({"institution", "opened"}), indexed({"household", "opened"}), indexed({"due"}),
                                  indexed({"follows"}), indexed({"submitted"})})
              .owned({{powers::OwnerKind::institution, "institution"}, {powers::OwnerKind::household, "household"}})
              .withholding({"code", "state"}),
          store::table<CaseEvent>({store::unique({"of_case", "event_id"}), indexed({"at"})}),
          store::table<CaseTask>({indexed({"holder", "region", "due", "unit", "id"}), indexed({"of_case"}), indexed({"institution", "holder", "due"}), indexed({"unit", "holder", "due"})}),
          store::table<CaseDocument>({indexed({"of_case", "issued"}), store::unique({"code"})}),
          store::table<CasePublication>({indexed({"kind", "until"}), indexed({"kind", "since"}), indexed({"of_case"})}),
          store::table<CaseAbsence>({indexed({"deputy", "until"}), indexed({"account", "until"})}),
          store::table<ProcedureVersion>({store::unique({"key", "number"})})};
}

http::RouteTable routes(const Services& services) {
  const auto desk = std::make_shared<Desk>(services);
  http::RouteTable table;
  add_procedure_routes(desk, table);
  add_list_routes(desk, table);
  add_statistics_routes(desk, table);
  add_case_routes(desk, table);
  add_file_routes(desk, table);
  add_document_routes(desk, table);
  add_reveal_routes(desk, table);
  add_colleague_routes(desk, table);
  add_absence_routes(desk, table);
  add_move_routes(desk, table);
  add_public_routes(desk, table);
  return table;
}

}  // namespace laoyou::cases
