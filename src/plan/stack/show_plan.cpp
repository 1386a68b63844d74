#include "plan/stack/show_plan.h"

namespace laoyou::plan {
namespace {

template <class T>
void write_rows(std::string& out, std::string_view name, const Rows<T>& rows) {
  out += ",\n\"" + std::string(name) + "\":[";
  bool first = true;
  for (const Row<T>& row : rows) {
    out += first ? "\n" : ",\n";
    first = false;
    write_json(out, row, {});
  }
  out += ']';
}

}  // namespace

std::string plan_json(const Plan& plan) {
  const Folder& content = plan.content;
  std::string out = "{\"plan\":";
  record::write_json(out, content.head.value, {});
  out += ",\n\"layers\":";
  record::write_json(out, plan.layers, {});
  write_rows(out, "indicators", content.indicators);
  write_rows(out, "tasks", content.tasks);
  write_rows(out, "milestones", content.milestones);
  write_rows(out, "projects", content.projects);
  write_rows(out, "policies", content.policies);
  write_rows(out, "standards", content.standards);
  write_rows(out, "figures", content.figures);
  write_rows(out, "units", content.units);
  write_rows(out, "documents", content.documents);
  write_rows(out, "bodies", content.bodies);
  write_rows(out, "posts", content.posts);
  write_rows(out, "services", content.services);
  write_rows(out, "vocabulary", content.terms);
  write_rows(out, "targets", content.region_targets);
  write_rows(out, "subsidies", content.subsidies);
  write_rows(out, "paid_subsidies", content.paid_subsidies);
  write_rows(out, "bank_columns", content.bank_columns);
  write_rows(out, "evaluations", content.evaluations);
  write_rows(out, "criteria", content.criteria);
  write_rows(out, "roles", content.roles);
  write_rows(out, "clauses", content.clauses);
  write_rows(out, "regions", content.regions);
  write_rows(out, "cartogram", content.tiles);
  write_rows(out, "instruments", content.instruments);
  return out + "\n}\n";
}

}  // namespace laoyou::plan
