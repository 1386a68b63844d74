#include "engines/matching/placement.h"

#include <algorithm>

#include "base/check.h"

namespace laoyou::matching {
namespace {

std::size_t as_index(int index) { return static_cast<std::size_t>(index); }

}  // namespace

Placement::Placement(const Market& market, const Closed& closed) : market_(&market), closed_(&closed), seated_(market.pools.size()) {
  for (int family = 0; family < market.families(); ++family) option_of_.push_back(market.nothing(family));
}

std::span<const PoolClaim> Placement::claims_of(int family) const {
  const int option = option_of(family);
  if (option == market_->nothing(family)) return {};
  return market_->claims[as_index(family)][as_index(option)];
}

bool Placement::pool_admits(int family, std::span<const PoolClaim> asked) const {
  const Pool& pool = market_->pools[as_index(asked[0].pool)];
  const std::vector<Claim>& seated = seated_[as_index(asked[0].pool)];
  if (pool.shares.empty()) {
    const Claim& last = asked.back().claim;
    auto ahead = std::lower_bound(seated.begin(), seated.end(), last) - seated.begin();
    for (const PoolClaim& own : claims_of(family)) ahead -= own.pool == asked[0].pool && own.claim < last;
    return ahead + static_cast<std::ptrdiff_t>(asked.size()) <= pool.seats;
  }
  asking_.clear();
  for (const Claim& claim : seated)
    if (claim.family != family) asking_.push_back(claim);
  for (const PoolClaim& own : asked) asking_.insert(std::lower_bound(asking_.begin(), asking_.end(), own.claim), own.claim);
  choose(asking_, pool.seats, pool.shares, chosen_);
  for (std::size_t i = 0; i < asking_.size(); ++i)
    if (asking_[i].family == family && !chosen_[i]) return false;
  return true;
}

bool Placement::admits(int family, int option) const {
  const std::span<const PoolClaim> claims = market_->claims[as_index(family)][as_index(option)];
  for (const PoolClaim& claim : claims)
    if ((*closed_)[as_index(market_->pools[as_index(claim.pool)].unit)]) return false;
  bool all = true;
  each_pool_run(claims, [&](std::span<const PoolClaim> asked) { all = all && pool_admits(family, asked); });
  return all;
}

void Placement::leave(int family) {
  for (const PoolClaim& own : claims_of(family)) {
    std::vector<Claim>& seated = seated_[as_index(own.pool)];
    seated.erase(std::lower_bound(seated.begin(), seated.end(), own.claim));
  }
  option_of_[as_index(family)] = market_->nothing(family);
}

void Placement::seat(int family, int option) {
  option_of_[as_index(family)] = option;
  for (const PoolClaim& own : claims_of(family)) {
    std::vector<Claim>& seated = seated_[as_index(own.pool)];
    seated.insert(std::lower_bound(seated.begin(), seated.end(), own.claim), own.claim);
  }
}

void Placement::put_back(std::span<const std::pair<int, int>> families_and_options) {
  for (const auto& [family, option] : families_and_options) leave(family);
  for (const auto& [family, option] : families_and_options) seat(family, option);
}

void Placement::give(int family, int option, std::vector<int>& displaced, std::vector<int>& loosened) {
  for (const PoolClaim& own : claims_of(family)) loosened.push_back(own.pool);
  leave(family);
  if (option == market_->nothing(family)) return;
  seat(family, option);
  const std::size_t first = displaced.size();
  each_pool_run(claims_of(family), [&](std::span<const PoolClaim> asked) {
    const Pool& pool = market_->pools[as_index(asked[0].pool)];
    const std::vector<Claim>& seated = seated_[as_index(asked[0].pool)];
    if (pool.shares.empty() && static_cast<int>(seated.size()) <= pool.seats) return;
    choose(seated, pool.seats, pool.shares, chosen_);
    for (std::size_t i = 0; i < seated.size(); ++i)
      if (!chosen_[i] && std::find(displaced.begin() + static_cast<std::ptrdiff_t>(first), displaced.end(), seated[i].family) == displaced.end()) displaced.push_back(seated[i].family);
  });
  for (std::size_t i = first; i < displaced.size(); ++i) {
    CHECK(displaced[i] != family);
    const std::span<const PoolClaim> lost = claims_of(displaced[i]);
    leave(displaced[i]);
    for (const PoolClaim& claim : lost) {
      const Pool& pool = market_->pools[as_index(claim.pool)];
      if (!pool.shares.empty() || static_cast<int>(seated_[as_index(claim.pool)].size()) < pool.seats) loosened.push_back(claim.pool);
    }
  }
}

std::vector<Blocking> Placement::blocking() const {
  std::vector<Blocking> found;
  for (int family = 0; family < market_->families(); ++family)
    for (int option = 0; option < option_of(family); ++option)
      if (admits(family, option)) {
        found.push_back({family, option});
        break;
      }
  return found;
}

}  // namespace laoyou::matching
