// Takes visits out, near each other, so that they can be put back better.
#pragma once

#include <vector>

#include "base/random.h"
#include "engines/dispatch/search/nearness.h"
#include "engines/dispatch/search/roster.h"

namespace laoyou::dispatch {

/// Removal of strings of neighbouring stops from neighbouring routes (Christiaens and Vanden Berghe 2020, "Slack induction by string
/// removals"), and of a few other sets: scattered visits, all visits of a person, a whole route, late visits. Linked visits go together;
/// locked ones stay.
class Ruin {
 public:
  Ruin(Roster& roster, const Nearness& nearness, SeededRandom& random);

  /// Takes out some visits; the bounds are not refreshed. Returns the visit around which it happened, k_none when nothing can be taken.
  int run();
  /// What the last run took out, each group once by its members.
  const std::vector<int>& taken() const { return taken_; }

 private:
  void take_strings(int seed);
  void take_scattered(int seed);
  void take_everything();
  void take_person(int seed);
  void take_route(int seed);
  void take_late(int seed);
  void take_string_around(int visit, double longest);
  void take_group(int visit);
  void take_one(int visit);
  int random_served();

  Roster& roster_;
  const Ground& ground_;
  const Nearness& nearness_;
  SeededRandom& random_;
  std::vector<int> taken_;
  std::vector<std::int64_t> ruined_;
  std::int64_t run_number_ = 0;
  std::vector<int> route_;
};

}  // namespace laoyou::dispatch
