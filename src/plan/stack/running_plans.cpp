#include "plan/stack/running_plans.h"

namespace laoyou::plan {

CheckedResult<void> RunningPlans::reload() {
  const std::scoped_lock lock(reloading_);
  const std::shared_ptr<const Library> before = library_.load();
  const auto loaded = load_library(folder_, before ? before->facts_layout : nullptr);
  if (!loaded) return loaded.error();
  library_.store(*loaded);
  return {};
}

}  // namespace laoyou::plan
