// The door of the duty roster: a problem in, a roster out.
#pragma once

#include <functional>

#include "base/result.h"
#include "engines/dispatch/duty/duty_check.h"

namespace laoyou::dispatch::duty {

/// How to search.
struct SolveOptions {
  std::int64_t steps = 2'000'000;
  std::function<double()> elapsed_share;  ///< share of the allowed time used, 0 to 1; may be empty
  std::uint64_t seed = 1;
};

/// A roster with its judgement. Where no roster was found that keeps all rules it is the one that breaks them least, and says which.
struct Answer {
  Plan plan;
  Judgement judgement;
  std::int64_t steps = 0;
};

/// Everything that makes the problem meaningless, "dispatch.duty.<…>" with its place in the file: out_of_range, parts_disordered, cover_twice,
/// most_below_least, no_choice (days off, pattern, what is fixed and the kinds a carer may have leave nothing for a day), least_unreachable.
Refusals find_contradictions(const Problem& problem);

/// The best roster found; refused with every contradiction. Equal problem, seed and steps: equal roster on every machine, as long as
/// elapsed_share is empty.
CheckedResult<Answer> solve(const Problem& problem, const SolveOptions& options);

}  // namespace laoyou::dispatch::duty
