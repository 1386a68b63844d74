// The feeds of the running plans, read from their folders feeds/.
#pragma once

#include "feeds/feed.h"
#include "plan/stack/running_plans.h"

namespace laoyou::app {

/// Safe across threads. Feeds are read when the plans in force are first asked for, and anew when other plans are.
class RunningFeeds {
 public:
  RunningFeeds(plan::RunningPlans& plans, const collection::Collection& residents) : plans_(plans), residents_(residents) {}

  /// Those of the plan nearest to the place, over its layers; of a folder that cannot be read nothing. Never null.
  std::shared_ptr<const feeds::Feeds> of(RegionCode region);

 private:
  void read(const plan::Library& library);

  plan::RunningPlans& plans_;
  const collection::Collection& residents_;
  std::mutex mutex_;
  std::shared_ptr<const plan::Library> library_;
  std::vector<std::pair<RegionCode, std::shared_ptr<const feeds::Feeds>>> by_region_;
};

/// The folder's own feeds; empty where it has none. Refused as feeds::read_feeds().
CheckedResult<feeds::Feeds> feeds_of_folder(const std::filesystem::path& folder, const collection::Collection& residents);

}  // namespace laoyou::app
