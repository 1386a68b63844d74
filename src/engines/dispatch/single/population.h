// The solutions a genetic search lives on, kept good and different.
#pragma once

#include <cstdint>
#include <vector>

#include "base/random.h"
#include "engines/dispatch/single/solution.h"

namespace laoyou::dispatch::single {

/// Sizes of a population (Vidal 2022, table 1; fewer survivors than the 2012 paper).
struct PopulationSizes {
  std::size_t kept = 25;      ///< survivors of a cut
  std::size_t added = 40;     ///< newcomers until the next cut
  std::size_t elite = 4;      ///< best ones protected
  std::size_t nearest = 5;    ///< neighbours that count for difference
};

/// Feasible and infeasible solutions in two groups, each ranked by cost and by difference from its nearest.
class Population {
 public:
  explicit Population(PopulationSizes sizes = {}) : sizes_(sizes) {}

  /// Takes the solution into its group; a full group is cut back to its best.
  void add(Solution solution, const Penalties& prices);
  /// The fitter of two drawn from both groups together. Needs one solution at least.
  const Solution& draw(SeededRandom& random, const Penalties& prices);
  std::size_t size() const { return feasible_.size() + infeasible_.size(); }
  void clear();

 private:
  struct Member {
    Solution solution;
    std::vector<std::pair<double, std::int64_t>> nearness;  ///< difference and id of every other member, nearest first
    std::int64_t id = 0;
    double fitness = 0;
  };
  using Group = std::vector<Member>;

  void cut(Group& group, const Penalties& prices);
  void rank(Group& group, const Penalties& prices) const;
  void remove(Group& group, std::size_t index);
  double difference_of(const Member& member) const;

  PopulationSizes sizes_;
  Group feasible_;
  Group infeasible_;
  std::int64_t next_id_ = 0;
};

}  // namespace laoyou::dispatch::single
