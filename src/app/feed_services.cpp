#include "app/feed_services.h"

#include "app/engine_command.h"

namespace laoyou::app {
namespace {

/// "plans/karamay/plan.yaml:1:1": where the head was read.
std::filesystem::path folder_of(const plan::Plan& plan) {
  const std::string& place = plan.content.head.place;
  return std::filesystem::path(place.substr(0, place.find("plan.yaml"))).parent_path();
}

}  // namespace

CheckedResult<feeds::Feeds> feeds_of_folder(const std::filesystem::path& folder, const collection::Collection& residents) {
  const std::filesystem::path feeds = folder / "feeds" / "feeds.csv", columns = folder / "feeds" / "columns.csv";
  if (!std::filesystem::exists(feeds)) return feeds::Feeds();
  const auto feeds_text = read_whole_file(feeds.string()), columns_text = read_whole_file(columns.string());
  if (!feeds_text) return Refusals{feeds_text.error()};
  if (!columns_text) return Refusals{columns_text.error()};
  return feeds::read_feeds(*feeds_text, *columns_text, residents);
}

void RunningFeeds::read(const plan::Library& library) {
  by_region_.clear();
  for (const auto& [key, plan] : library.plans) {
    feeds::Feeds stacked;
    for (const std::string& layer : plan->layers)
      if (auto own = feeds_of_folder(folder_of(*plan).parent_path() / layer, residents_)) stacked.take(std::move(*own));
    by_region_.emplace_back(plan->content.head.value.region, std::make_shared<const feeds::Feeds>(std::move(stacked)));
  }
}

std::shared_ptr<const feeds::Feeds> RunningFeeds::of(RegionCode region) {
  const std::lock_guard lock(mutex_);
  if (const auto now = plans_.current(); now != library_) {
    library_ = now;
    read(*now);
  }
  std::shared_ptr<const feeds::Feeds> nearest = std::make_shared<const feeds::Feeds>();
  RegionLevel level = RegionLevel::country;
  bool found = false;
  for (const auto& [place, feeds] : by_region_) {
    if (!place.contains(region) || (found && place.level() < level)) continue;
    nearest = feeds;
    level = place.level();
    found = true;
  }
  return nearest;
}

}  // namespace laoyou::app
