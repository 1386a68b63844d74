// The door of the duty roster: a problem in, a roster out.
#pragma once

#include <functional>
#include <optional>

#include "base/result.h"
#include "engines/roster/check.h"

namespace laoyou::roster {

/// How to search.
struct SolveOptions {
  std::int64_t steps = 200;               ///< pieces of the roster made anew, at most
  std::function<double()> elapsed_share;  ///< share of the allowed time used, 0 to 1; may be empty
  std::uint64_t seed = 1;
  int threads = 1;
  /// Told now and then: share of the time, price so far, and what no roster can cost less than. May be empty.
  std::function<void(double share, std::int64_t price, std::optional<std::int64_t> bound)> progress;
};

/// A roster with its judgement. Where no roster was found that keeps all rules it is the one that breaks them least, and says which.
struct Answer {
  Plan plan;
  Judgement judgement;
  std::optional<std::int64_t> bound;  ///< no roster that keeps all rules costs less; absent where that was not found out
  std::int64_t steps = 0;
};

/// Everything that makes the problem meaningless, "dispatch.duty.<…>" with its place in the file: out_of_range, parts_disordered, cover_twice,
/// most_below_least, no_choice (days off, pattern, what is fixed and the kinds a carer may have leave nothing for a day), least_unreachable.
Refusals find_contradictions(const Problem& problem);

/// The best roster found; refused with every contradiction. Equal problem, seed and steps: equal roster on every machine, as long as
/// elapsed_share is empty, for every number of threads.
CheckedResult<Answer> solve(const Problem& problem, const SolveOptions& options);

}  // namespace laoyou::roster
