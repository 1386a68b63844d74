// The door of the engine: a problem in, a plan out.
#pragma once

#include <functional>

#include "base/result.h"
#include "engines/dispatch/check.h"
#include "engines/dispatch/contradictions.h"

namespace laoyou::dispatch {

/// A better plan met on the way.
struct Progress {
  std::int64_t iterations = 0;
  std::vector<std::int64_t> levels;
};

/// How to search.
struct SolveOptions {
  std::int64_t iterations = 100'000;      ///< of each search
  std::function<double()> elapsed_share;  ///< share of the allowed time used, 0 to 1; asked often, from several threads; may be empty
  std::uint64_t seed = 1;
  int searches = 1;                       ///< independent searches, seeds seed, seed + 1, …; the best answer counts
  int threads = 1;                        ///< how many run at once; never changes the answer when elapsed_share is empty
  const Plan* start = nullptr;            ///< a plan to start from: any, however incomplete or outdated
  std::function<void(const Progress&)> progress;  ///< called from one thread at a time
};

/// A plan that the independent judge has accepted.
struct Answer {
  Plan plan;
  Judgement judgement;
  std::vector<std::int64_t> levels;        ///< value of each level of the objective
  std::vector<Unservable> unservable;      ///< unserved visits that nobody could ever make
  std::int64_t iterations = 0;             ///< of all searches
};

/// The best plan found. Refused with every contradiction of the problem. Same problem, options and iterations: same answer, on every machine
/// and for every number of threads, as long as elapsed_share is empty.
CheckedResult<Answer> solve(const Problem& problem, const SolveOptions& options);

}  // namespace laoyou::dispatch
