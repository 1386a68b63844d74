#include "app/chosen_plan.h"

namespace laoyou::app {

CheckedResult<ChosenPlan> choose_plan(const std::filesystem::path& folder, const std::optional<RegionCode>& region) {
  const auto library = plan::load_library(folder);
  if (!library) return library.error();
  const auto& plans = (*library)->plans;
  if (!region && plans.size() > 1) return Refusals{at("--plan", refuse("plan.choose_one", {folder.string()}))};
  std::shared_ptr<const plan::Plan> chosen;
  for (const auto& [key, plan] : plans) {
    const RegionCode place = plan->content.head.value.region;
    if (region && !place.contains(*region)) continue;
    if (!chosen || place.level() > chosen->content.head.value.region.level()) chosen = plan;
  }
  if (!chosen) return Refusals{at("--plan", refuse("plan.not_found", {folder.string()}))};
  return ChosenPlan{*library, chosen};
}

}  // namespace laoyou::app
