#include "plan/stack/check_procedures.h"

#include <algorithm>

#include "plan/stack/acted_records.h"
#include "registry/collections.h"

namespace laoyou::plan {
namespace {

/// The registers that decisions may change: those that people may change by hand, by the same power.
std::vector<procedures::Register> changeable_registers() {
  std::vector<procedures::Register> registers;
  const std::vector<collection::Collection> all = registry::collections();
  for (const collection::Collection& each : all)
    if (each.writes) registers.push_back({each.record, *each.writes});
  for (const collection::Collection& each : all)
    for (const store::DatedValue& dated : each.table.dated)
      for (procedures::Register& changed : registers)
        if (changed.record == dated.record) changed.follows.push_back(dated.column);
  return registers;
}

/// A policy names a procedure that some layer has.
void check_policies(const Plan& plan, Refusals& refusals) {
  const auto& known = plan.content.procedures;
  for (const auto& row : plan.content.policies)
    if (row.value.procedure && std::none_of(known.begin(), known.end(), [&](const auto& each) { return each.value.key == *row.value.procedure; }))
      refusals.push_back(at(row.place, refuse("plan.unknown_procedure", {*row.value.procedure})));
}

}  // namespace

void check_procedures(Plan& plan, const rules::Schema& schema, Refusals& refusals) {
  check_policies(plan, refusals);
  if (plan.content.procedures.empty()) return;
  procedures::World world{schema, changeable_registers(), {}, {}, {subsidy_runs()}};
  for (const auto& row : plan.content.roles) world.roles.push_back(row.value);
  for (const auto& row : plan.content.procedures) world.procedures.push_back(row.value.key);
  for (auto& row : plan.content.procedures) procedures::check_procedure(row.value, world, refusals);
}

}  // namespace laoyou::plan
