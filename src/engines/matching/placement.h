// Who has which option at some moment, and what follows when a family takes another.
#pragma once

#include <span>
#include <utility>
#include <vector>

#include "engines/matching/market.h"

namespace laoyou::matching {

/// Groups that stay shut in this round, by unit.
using Closed = std::vector<char>;

/// A family that would be admitted to an option better than its own.
struct Blocking {
  int family = 0;
  int option = 0;  ///< the best of those
  auto operator<=>(const Blocking&) const = default;
};

class Placement {
 public:
  /// Nobody placed. Market and closed groups outlive it.
  Placement(const Market& market, const Closed& closed);

  int option_of(int family) const { return option_of_[static_cast<std::size_t>(family)]; }
  std::span<const Claim> seated(int pool) const { return seated_[static_cast<std::size_t>(pool)]; }

  /// Whether every pool of the option would choose all claims of it, with the others seated as they are and the family's own seats given up.
  bool admits(int family, int option) const;

  /// Gives the family an option that admits it, or nothing. Whoever is no longer chosen somewhere loses everything and is added to `displaced`;
  /// pools that may now take somebody they would not have taken before are added to `loosened`.
  void give(int family, int option, std::vector<int>& displaced, std::vector<int>& loosened);

  /// Puts families back to options they had together, whatever they have now.
  void put_back(std::span<const std::pair<int, int>> families_and_options);

  /// Every family that blocks, ascending.
  std::vector<Blocking> blocking() const;

 private:
  bool pool_admits(int family, std::span<const PoolClaim> asked) const;
  void leave(int family);
  void seat(int family, int option);
  std::span<const PoolClaim> claims_of(int family) const;

  const Market* market_;
  const Closed* closed_;
  std::vector<int> option_of_;
  std::vector<std::vector<Claim>> seated_;  // of each pool, in order
  mutable std::vector<Claim> asking_;       // kept to save allocations
  mutable std::vector<char> chosen_;
};

/// Calls `call` with the run of claims of each pool, in order.
template <class Call>
void each_pool_run(std::span<const PoolClaim> claims, Call call) {
  for (std::size_t first = 0; first < claims.size();) {
    std::size_t last = first + 1;
    while (last < claims.size() && claims[last].pool == claims[first].pool) ++last;
    call(claims.subspan(first, last - first));
    first = last;
  }
}

}  // namespace laoyou::matching
