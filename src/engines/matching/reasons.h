// Why a family has not what it wished for more, and the cut-offs by which anyone sees it.
#pragma once

#include <optional>
#include <vector>

#include "engines/matching/solve.h"

namespace laoyou::matching {

/// The last who got a seat of a pool, among those who count under one quota or under none.
struct Cutoff {
  int pool = 0;
  int quota = k_none;
  int taken = 0;            ///< seats those have
  bool open = false;        ///< one more of them, however far behind, would get a seat
  std::optional<Key> last;  ///< nothing where none of them has a seat
};

enum class Why {
  full,       ///< those who have the seats go first
  quota,      ///< more seats would not help: the quota has its most, or the seats are kept for another
  closed,     ///< the group does not open
};

/// One pool that does not take a family's claims.
struct Miss {
  int pool = 0;
  int member = 0;            ///< of the family: the first in priority who is not taken
  Why why = Why::full;
  Key own;
  std::optional<Key> last;   ///< of the last seated who counts under the member's quota; of the family itself nobody
  int families_ahead = 0;    ///< others before the member who would rather have this than what they have
  int seats_short = 0;       ///< with so many more free seats and all others as they are, the pool would take the claims; 0 where no number helps
};

/// An option above what the family has, and what stands in its way. No misses: the family blocks.
struct Missed {
  int option = 0;
  std::vector<Miss> misses;
};

/// Answers "why not" for any family of one answer, which outlives it.
class Reasons {
 public:
  Reasons(const Market& market, const Answer& answer);

  /// For each option above the family's own, in order.
  std::vector<Missed> of(int family) const;
  /// For each pool in order: one for each quota, then one for those under none.
  std::vector<Cutoff> cutoffs() const;
  const Key& key_of(const PoolClaim& claim) const;

 private:
  std::optional<Miss> miss(int family, std::span<const PoolClaim> asked) const;
  int seats_short(std::span<const Claim> claims, const Pool& pool, int family) const;
  int families_ahead(int pool, const Claim& claim) const;
  std::optional<Key> last_of(int pool, int quota, int but_family) const;

  const Market& market_;
  const Answer& answer_;
  std::vector<std::vector<Claim>> seated_;
  std::vector<std::vector<int>> waiting_;  // waiting_[pool][i]: families among the first i of the pool's list who would rather have a seat there
};

}  // namespace laoyou::matching
