#include "plan/stack/running_plans.h"

namespace laoyou::plan {

CheckedResult<void> RunningPlans::reload() {
  const std::scoped_lock lock(reloading_);
  const auto loaded = load_library(folder_);
  if (!loaded) return loaded.error();
  library_.store(*loaded);
  return {};
}

}  // namespace laoyou::plan
