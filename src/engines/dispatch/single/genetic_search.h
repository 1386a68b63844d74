// Hybrid genetic search for days of single-carer visits with identical carers.
#pragma once

#include <functional>
#include <optional>

#include "engines/dispatch/single/solution.h"

namespace laoyou::dispatch::single {

/// When to stop; whichever comes first.
struct SearchLimits {
  std::int64_t iterations = 1'000'000'000;  ///< children made
  std::function<bool()> stop;               ///< asked before each child; may be empty
};

/// Parameters of the search.
struct SearchSettings {
  std::uint64_t seed = 1;
  int neighbours = 40;                     ///< candidates beside a customer
  std::int64_t patience = 10'000;          ///< children without a better one before the population starts anew
  std::function<void(const Solution&)> progress;  ///< told each better feasible solution; may be empty
};

/// The best feasible routes found, or none when no feasible ones were met. Follows Vidal's hybrid genetic search with time windows as entered
/// in the 12th DIMACS implementation challenge (Kool, Juninck, Roos, Cornelissen, Agterberg, van Hoorn and Visser 2022).
/// Equal instance, settings and iterations give equal routes.
std::optional<Solution> search(const Instance& instance, const SearchSettings& settings, const SearchLimits& limits);

}  // namespace laoyou::dispatch::single
