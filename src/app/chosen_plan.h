// The plan that a command line names by a folder: a plan's own, or one that holds many.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "plan/stack/library.h"

namespace laoyou::app {

/// A library and one of its plans.
struct ChosenPlan {
  std::shared_ptr<const plan::Library> library;
  std::shared_ptr<const plan::Plan> plan;
  RegionCode region() const { return plan->content.head.value.region; }
};

/// The plan of that folder; of a folder of plans the one written for the smallest place around `region`. Refused with what is wrong in the folder, as
/// "plan.choose_one" when it holds several and no region tells which, as "plan.not_found" when none is written for the region.
CheckedResult<ChosenPlan> choose_plan(const std::filesystem::path& folder, const std::optional<RegionCode>& region);

}  // namespace laoyou::app
