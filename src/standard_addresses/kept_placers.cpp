#include "standard_addresses/kept_placers.h"

#include <algorithm>

namespace laoyou::standard_addresses {

std::shared_ptr<const Placer> KeptPlacers::at(const store::Snapshot& snapshot, const std::shared_ptr<const regions::RegionTree>& tree, RegionCode city, Date day) {
  constexpr std::size_t k_cities_most = 2;
  const std::lock_guard lock(mutex_);
  const Key key{tree, city, day, watch_.as_of(snapshot)};
  const auto kept = std::find_if(kept_.begin(), kept_.end(), [&](const auto& each) { return each.first == key; });
  if (kept != kept_.end()) {
    kept_.splice(kept_.begin(), kept_, kept);
    return kept_.front().second;
  }
  // An older state of the same city is of no use any more, and goes before the next one takes its room.
  kept_.remove_if([&](const auto& each) { return each.first.city == city; });
  while (kept_.size() >= k_cities_most) kept_.pop_back();
  kept_.emplace_front(key, std::make_shared<const Placer>(*tree, base_rows(snapshot, store::Scope::of_account(city), day)));
  return kept_.front().second;
}

}  // namespace laoyou::standard_addresses
