// What an explanation promises, tried out: the facts it asks for decide the answer.
#pragma once

#include "random_world.h"

namespace laoyou::rules {

struct Counts {
  std::size_t worlds = 0, rules = 0, values = 0, missing = 0, outcomes = 0, numbers = 0, explained = 0, needs = 0, idle = 0;
};

constexpr int k_fills = 20;

/// For some rows of every rule: the explanation gives the rule's value; an open answer is decided once all facts it names are filled in with any
/// values; with some of them it asks for nothing new. `idle` counts facts that were never needed while the others were filled in `k_fills` times.
/// Nothing when all holds, else what does not.
std::string compare_explanations(const RandomWorld& world, const Period& period, SeededRandom& random, Counts& counts);

}  // namespace laoyou::rules
