#pragma once

#include <cstdint>
#include <vector>

namespace laoyou::siting {

/// Set covering: choose places of least total price so that every client is reached by one of them.
struct CoverProblem {
  /// For each client the places that reach it, rising and distinct.
  std::vector<std::vector<std::int32_t>> reached_by;
  /// What each place costs, at least 1 (1 each when the number of places counts).
  std::vector<std::int64_t> price;
  /// What each client is worth in a Lagrangian bound found earlier, at least 0: a start for the next one. May be empty.
  std::vector<double> worth = {};
};

/// What is left of a CoverProblem after what can be seen at once has been decided.
struct ReducedCover {
  CoverProblem problem;                       ///< prices kept for every place, also for those no longer listed
  std::vector<std::int32_t> chosen;           ///< places every best answer may be assumed to hold
  bool impossible = false;                    ///< some client is reached by no place
};

/// Repeats until nothing changes: a place that alone reaches some client is chosen; a client that is reached whenever
/// another is, is dropped; a place whose clients another place of no higher price also reaches, is dropped.
ReducedCover reduce_cover(CoverProblem problem);

/// The parts of the problem that share no place.
std::vector<CoverProblem> split_cover(const CoverProblem& problem);

}  // namespace laoyou::siting
