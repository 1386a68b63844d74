#include "plan/stack/running_procedures.h"

namespace laoyou::plan {
namespace {

bool in_force(const procedures::Procedure& procedure, Date day) { return procedure.from <= day && (!procedure.until || day < *procedure.until); }

}  // namespace

std::vector<std::shared_ptr<const procedures::Procedure>> procedures_for(const std::shared_ptr<const Library>& library, RegionCode region, Date day) {
  struct Found {
    RegionLevel level;
    std::shared_ptr<const procedures::Procedure> procedure;
  };
  std::map<std::string, Found> nearest;
  for (const auto& [key, plan] : library->plans)
    for (const Row<procedures::Procedure>& row : plan->content.procedures) {
      const auto of_layer = plan->layer_regions.find(row.layer);
      if (of_layer == plan->layer_regions.end() || !of_layer->second.contains(region) || !in_force(row.value, day)) continue;
      const auto known = nearest.find(row.value.key);
      if (known != nearest.end() && known->second.level >= of_layer->second.level()) continue;
      nearest[row.value.key] = {of_layer->second.level(), std::shared_ptr<const procedures::Procedure>(plan, &row.value)};
    }
  std::vector<std::shared_ptr<const procedures::Procedure>> all;
  for (const auto& [key, found] : nearest) all.push_back(found.procedure);
  return all;
}

std::shared_ptr<const procedures::Calendar> calendar_of(const Library& library) {
  std::map<Date, procedures::WorkingDay> days;
  for (const auto& [key, plan] : library.plans)
    for (const Row<procedures::WorkingDay>& row : plan->content.working_days) days.emplace(row.value.day, row.value);
  std::vector<procedures::WorkingDay> all;
  for (const auto& [day, row] : days) all.push_back(row);
  return std::make_shared<const procedures::Calendar>(all);
}

}  // namespace laoyou::plan
