#include "engines/matching/choice.h"

#include <algorithm>

namespace laoyou::matching {

void choose(std::span<const Claim> claims, int seats, std::span<const Share> shares, std::vector<char>& chosen) {
  chosen.assign(claims.size(), 0);
  std::vector<int> taken(shares.size(), 0);
  int left = seats;
  const auto take = [&](std::size_t i) {
    chosen[i] = 1;
    --left;
    if (claims[i].quota >= 0) ++taken[static_cast<std::size_t>(claims[i].quota)];
  };
  for (std::size_t i = 0; i < claims.size() && claims[i].holds; ++i) take(i);
  for (std::size_t share = 0; share < shares.size(); ++share) {
    const int wanted = std::min(shares[share].reserved, shares[share].most);
    for (std::size_t i = 0; i < claims.size() && taken[share] < wanted && left > 0; ++i)
      if (!chosen[i] && claims[i].quota == static_cast<int>(share)) take(i);
  }
  for (std::size_t share = 0; share < shares.size(); ++share)
    if (shares[share].kept) left -= std::max(0, shares[share].reserved - taken[share]);
  for (std::size_t i = 0; i < claims.size() && left > 0; ++i) {
    if (chosen[i]) continue;
    const int quota = claims[i].quota;
    if (quota < 0 || taken[static_cast<std::size_t>(quota)] < shares[static_cast<std::size_t>(quota)].most) take(i);
  }
}

}  // namespace laoyou::matching
