#include "engines/dispatch/single/instance.h"

#include <algorithm>

#include "base/check.h"

namespace laoyou::dispatch::single {

Instance::Instance(std::vector<Stop> stops, std::vector<std::int32_t> travel, int vehicles, std::int64_t capacity)
    : stops_(std::move(stops)), travel_(std::move(travel)), vehicles_(vehicles), capacity_(capacity) {
  CHECK(!stops_.empty() && vehicles_ > 0);
  CHECK(travel_.size() == stops_.size() * stops_.size());
  for (std::int32_t value : travel_) {
    CHECK(value >= 0);
    longest_travel_ = std::max<std::int64_t>(longest_travel_, value);
  }
  for (const Stop& stop : stops_) largest_demand_ = std::max(largest_demand_, stop.demand);
}

}  // namespace laoyou::dispatch::single
