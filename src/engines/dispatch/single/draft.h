// Routes that customers are put into one after the other.
#pragma once

#include <cstdint>
#include <vector>

#include "engines/dispatch/single/tour.h"

namespace laoyou::dispatch::single {

/// Routes under construction, priced as the descent prices them.
class Draft {
 public:
  /// At least one route; routes may be empty. `instance` must outlive the draft.
  Draft(const Instance& instance, const Penalties& prices, const Routes& routes);

  /// Puts the customer where distance and penalties together rise least; of equal places the first one.
  void insert(int customer);
  Routes routes() const;

 private:
  int cheapest_place(int customer, const Tour& tour, std::int64_t& least) const;

  const Instance& instance_;
  Penalties prices_;
  std::vector<Tour> tours_;
};

}  // namespace laoyou::dispatch::single
