// The baseline for large days: every visit once, by opening time, at its cheapest place.
#pragma once

#include <algorithm>
#include <numeric>
#include <vector>

#include "engines/dispatch/search/adoption.h"

namespace laoyou::dispatch {

/// A valid plan made in one pass, as a careful dispatcher with a card index would: no visit is ever moved again.
inline Plan greedy_insertion(const Problem& problem) {
  Ground ground(problem);
  Roster roster(ground);
  const Nearness nearness(ground);
  SeededRandom random(1);
  Insertion insertion(roster, nearness, random);
  std::vector<int> order(problem.visits.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
    return problem.visits[static_cast<std::size_t>(a)].windows.front().opens_s < problem.visits[static_cast<std::size_t>(b)].windows.front().opens_s;
  });
  for (int visit : order)
    if (!roster.served(visit)) insertion.insert_group(visit, Reach::everywhere);
  ensure_breaks(roster, insertion);
  return roster.plan();
}

}  // namespace laoyou::dispatch
