#include "cases/public_door.h"

#include <algorithm>

namespace laoyou::cases {

double PublicDoor::used(const Count& count, Instant now) const {
  const double forgiven = static_cast<double>(now.milliseconds - count.last.milliseconds) / static_cast<double>(k_one_more_each_ms);
  return std::max(0.0, count.used - forgiven);
}

bool PublicDoor::admits(const std::string& address, Instant now) {
  const std::lock_guard lock(mutex_);
  if (counts_.size() >= k_addresses_max) counts_.clear();
  Count& count = counts_[address];
  count.used = used(count, now);
  count.last = now;
  if (count.used + 1 > k_at_once) return false;
  count.used += 1;
  return true;
}

bool PublicDoor::is_shut_to(const std::string& address, Instant now) {
  const std::lock_guard lock(mutex_);
  const auto found = counts_.find(address);
  return found != counts_.end() && used(found->second, now) + 1 > k_at_once;
}

}  // namespace laoyou::cases
