#include "app/assessment_services.h"

namespace laoyou::app {
namespace {

/// Of several plans that have a scale of one key, that of the plan nearest to the place.
std::vector<plan::Instrument> instruments_for(const plan::Library& library, RegionCode region) {
  struct Found {
    RegionLevel level;
    const plan::Instrument* instrument;
  };
  std::map<std::string, Found> nearest;
  for (const auto& [key, each] : library.plans)
    for (const auto& row : each->content.instruments) {
      const auto of_layer = each->layer_regions.find(row.layer);
      if (of_layer == each->layer_regions.end() || !of_layer->second.contains(region)) continue;
      const auto known = nearest.find(row.value.instrument);
      if (known == nearest.end() || known->second.level < of_layer->second.level()) nearest[row.value.instrument] = {of_layer->second.level(), &row.value};
    }
  std::vector<plan::Instrument> all;
  for (const auto& [key, found] : nearest) all.push_back(*found.instrument);
  return all;
}

}  // namespace

assessments::Services assessment_services(store::Store& store, accounts::Accounts& accounts, plan::RunningPlans& plans) {
  return {store, [&plans](RegionCode region) { return instruments_for(*plans.current(), region); },
          [&plans](RegionCode region) { return plans.current()->regions.name(region); },
          [&accounts](std::int64_t account) { return accounts.display_name_of(account); }};
}

}  // namespace laoyou::app
