// The plans a server runs. A library is loaded whole or not at all: while a folder has errors the running plans stay.
#pragma once

#include <filesystem>
#include <map>
#include <memory>

#include "plan/stack/plan.h"
#include "registry/facts_layout.h"

namespace laoyou::plan {

/// One plan loaded with the layers it stands on.
struct LoadedPlan {
  Plan plan;
  Refusals refusals;  ///< of the folder and of the layers below it, with "path:line:column"
};

/// Loads the plan in `folder`; the layers it extends are folders beside it.
LoadedPlan load_plan(const std::filesystem::path& folder, const regions::RegionTree& regions);

/// All plans and the country's regions with the zones that plans add.
struct Library {
  std::map<std::string, std::shared_ptr<const Plan>, std::less<>> plans;
  regions::RegionTree regions = regions::RegionTree::national();
  std::shared_ptr<const registry::FactsLayout> facts_layout;  ///< of the registers and what all plans add to them; each plan's is this one

  std::shared_ptr<const Plan> find(std::string_view key) const;
  /// The role of this code as accounts of `region` hold it: that of the nearest folder written for a region around it; null when none has it.
  const powers::Role* find_role(std::string_view code, RegionCode region) const;
  /// All of them, in the order of the folders.
  std::vector<const powers::Role*> roles_of(RegionCode region) const;
};

/// Loads every folder below `plans` that has a plan.yaml, or one single plan folder. All refusals at once. `running`: the layout of facts that are there
/// already; it stays, and a rule that reads what plans add beyond it is refused as "rules.field_needs_restart" (field). Null: made of these plans.
CheckedResult<std::shared_ptr<const Library>> load_library(const std::filesystem::path& plans, std::shared_ptr<const registry::FactsLayout> running = nullptr);

}  // namespace laoyou::plan
