// The search: ruin and recreate under simulated annealing, level by level.
#pragma once

#include <functional>
#include <vector>

#include "base/random.h"
#include "engines/dispatch/search/insertion.h"
#include "engines/dispatch/search/ruin.h"

namespace laoyou::dispatch {

/// A plan with its terms.
struct RatedPlan {
  Plan plan;
  Terms terms{};
};

/// How long a search goes on; whichever comes first.
struct SearchBudget {
  std::int64_t iterations = 0;
  std::function<double()> elapsed_share;  ///< 0 to 1, of the time allowed; may be empty
};

/// One deterministic search. Equal problem, seed, start and iterations give equal plans as long as elapsed_share is empty.
class Annealing {
 public:
  /// Starts from `start` as far as rules allow, or from nothing, and completes it by insertion.
  Annealing(const Problem& problem, const Plan* start, std::uint64_t seed);

  /// Improves until the budget is spent; tells `better` each better plan found.
  void run(const SearchBudget& budget, const std::function<void(const RatedPlan&)>& better);
  const RatedPlan& best() const { return best_; }
  bool locked_fit() const { return roster_.locked_fit(); }
  std::int64_t iterations() const { return made_; }

 private:
  using Levels = std::vector<std::int64_t>;

  void fill();
  void set_temperatures(double heat);
  void step(double share);
  bool review_breaks();
  bool toggle_break();
  void try_detours();
  bool ruin_and_recreate();
  void recreate(int seed);
  std::vector<int> waiting_near(int seed);
  void sort_for_insertion(std::vector<int>& visits);
  bool accepts(const Levels& candidate, double share);
  void keep_if_best();

  Ground ground_;
  SeededRandom random_;
  Roster roster_;
  Nearness nearness_;
  Insertion insertion_;
  Ruin ruin_;
  Levels current_;
  Levels best_levels_;
  RatedPlan best_;
  std::vector<double> temperature_;
  std::vector<int> shifts_with_rest_;
  std::int64_t made_ = 0;
  bool small_ = false;
  bool best_is_new_ = false;
};

}  // namespace laoyou::dispatch
