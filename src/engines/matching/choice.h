// Who gets the seats of one pool when more ask than there are: the rule that is published.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace laoyou::matching {

/// One member asking for a seat of a pool.
struct Claim {
  std::int32_t rank = 0;    ///< the smallest goes first; no two claims on a pool have the same
  std::int32_t family = 0;
  std::int16_t quota = -1;  ///< under which the member counts, -1: none
  bool holds = false;       ///< holds a seat of the pool already and keeps it before all others

  /// The order in which the claims of a pool are taken.
  bool operator<(const Claim& other) const { return holds != other.holds ? holds : rank < other.rank; }
};

/// A quota as the choice takes it.
struct Share {
  int reserved = 0;
  int most = 0;
  bool kept = false;
};

/// The claims that get a seat. Holders first; then for each share, in order, claims of the share until its reserved seats are filled; a kept
/// share's unfilled seats go away; then all others in order, passing over those whose share has its most. `claims` are in order and hold no
/// more holders than seats. chosen[i] tells whether claims[i] gets one.
void choose(std::span<const Claim> claims, int seats, std::span<const Share> shares, std::vector<char>& chosen);

}  // namespace laoyou::matching
