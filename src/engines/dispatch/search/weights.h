// Levels folded into one number, for decisions inside the search.
#pragma once

#include <array>

#include "engines/dispatch/objective.h"

namespace laoyou::dispatch {

/// One number for a change of terms, the levels far enough apart that a higher one decides.
class Weights {
 public:
  explicit Weights(const Objective& objective);
  double of(Term term) const { return weight_[static_cast<std::size_t>(term)]; }
  double cost(const Terms& change) const;
  double cost(const Terms& after, const Terms& before) const;

 private:
  std::array<double, k_terms> weight_{};
};

}  // namespace laoyou::dispatch
