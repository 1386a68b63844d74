// One round of placing, from the problem to who is where.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "engines/matching/placement.h"

namespace laoyou::matching {

struct Effort {
  std::int64_t work = 3'000'000;  ///< options looked at by each search for an answer without blocking families
  double proof_s = 10;            ///< of processor time for the integer program, where there seems to be none
  std::function<bool()> proof_must_stop;  ///< asked meanwhile, where given: true ends the proof. The engine holds no clock
};

struct Answer {
  std::vector<int> option_of;      ///< of each family in the market's order; Market::nothing() for none
  std::vector<Blocking> blocking;  ///< families that would be admitted to something better
  int least_blocking = 0;          ///< no answer with the same groups open has fewer
  Closed closed;                   ///< groups that did not open
  bool truthful = false;           ///< no family can gain by other wishes than its true ones, whatever the others wish

  bool proved() const { return least_blocking == static_cast<int>(blocking.size()); }
};

/// Solves a market. A group that ends with fewer members than its least is closed, one at a time: the one that lacks most members, of those
/// equal the last by place and group. Then each closed group is tried once more, in order, and opens if every open group keeps its least.
Answer solve(const Market& market, const Effort& effort);

/// The members that each unit has in an answer.
std::vector<int> members_of_units(const Market& market, const std::vector<int>& option_of);

}  // namespace laoyou::matching
