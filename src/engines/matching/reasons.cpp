#include "engines/matching/reasons.h"

#include <algorithm>
#include <limits>

namespace laoyou::matching {
namespace {

std::size_t as_index(int index) { return static_cast<std::size_t>(index); }

/// The first claim of the family that is not chosen; nothing where all are.
std::optional<Claim> refused(std::span<const Claim> claims, int seats, std::span<const Share> shares, int family) {
  std::vector<char> chosen;
  choose(claims, seats, shares, chosen);
  for (std::size_t i = 0; i < claims.size(); ++i)
    if (claims[i].family == family && !chosen[i]) return claims[i];
  return std::nullopt;
}

}  // namespace

Reasons::Reasons(const Market& market, const Answer& answer) : market_(market), answer_(answer), seated_(market.pools.size()), waiting_(market.pools.size()) {
  for (int family = 0; family < market.families(); ++family) {
    if (answer.option_of[as_index(family)] == market.nothing(family)) continue;
    for (const PoolClaim& claim : market.claims[as_index(family)][as_index(answer.option_of[as_index(family)])]) seated_[as_index(claim.pool)].push_back(claim.claim);
  }
  for (auto& seated : seated_) std::sort(seated.begin(), seated.end());
  std::vector<int> counted(market.options.size(), -1);
  for (std::size_t pool = 0; pool < market.pools.size(); ++pool) {
    waiting_[pool].push_back(0);
    for (const Listed& listed : market.lists[pool]) {
      const int family = listed.claim.family;
      const bool waits = listed.option < answer.option_of[as_index(family)] && counted[as_index(family)] != static_cast<int>(pool);
      if (waits) counted[as_index(family)] = static_cast<int>(pool);
      waiting_[pool].push_back(waiting_[pool].back() + waits);
    }
  }
}

const Key& Reasons::key_of(const PoolClaim& claim) const { return market_.keys[as_index(market_.pools[as_index(claim.pool)].unit)][as_index(claim.claim.rank)]; }

std::optional<Key> Reasons::last_of(int pool, int quota, int but_family) const {
  for (auto claim = seated_[as_index(pool)].rbegin(); claim != seated_[as_index(pool)].rend(); ++claim)
    if (claim->quota == quota && claim->family != but_family) return market_.keys[as_index(market_.pools[as_index(pool)].unit)][as_index(claim->rank)];
  return std::nullopt;
}

int Reasons::families_ahead(int pool, const Claim& claim) const {
  const auto& list = market_.lists[as_index(pool)];
  const auto found = std::lower_bound(list.begin(), list.end(), claim, [](const Listed& listed, const Claim& wanted) { return listed.claim < wanted; });
  int ahead = waiting_[as_index(pool)][static_cast<std::size_t>(found - list.begin())];
  // The family itself may wait there with another member.
  for (auto own = list.begin(); own != found; ++own) {
    if (own->claim.family != claim.family || own->option >= answer_.option_of[as_index(claim.family)]) continue;
    return ahead - 1;
  }
  return ahead;
}

int Reasons::seats_short(std::span<const Claim> claims, const Pool& pool, int family) const {
  const Group& group = market_.problem->places[as_index(pool.place)].groups[as_index(pool.group)];
  // With a seat for everyone and all that is reserved, only a quota can stand in the way.
  int enough = static_cast<int>(claims.size()) + 1;
  for (const Quota& quota : group.quotas) enough += quota.reserved;
  const auto suffices = [&](int more) { return !refused(claims, pool.seats + more, shares_of(group, pool.seats - pool.holders + more, pool.held), family); };
  if (!suffices(enough)) return 0;
  int least = 1;
  while (least < enough) {
    const int middle = least + (enough - least) / 2;
    if (suffices(middle))
      enough = middle;
    else
      least = middle + 1;
  }
  return least;
}

std::optional<Miss> Reasons::miss(int family, std::span<const PoolClaim> asked) const {
  const Pool& pool = market_.pools[as_index(asked[0].pool)];
  std::vector<Claim> claims;
  for (const Claim& claim : seated_[as_index(asked[0].pool)])
    if (claim.family != family) claims.push_back(claim);
  for (const PoolClaim& own : asked) claims.insert(std::lower_bound(claims.begin(), claims.end(), own.claim), own.claim);
  const bool closed = answer_.closed[as_index(pool.unit)] != 0;
  const std::optional<Claim> first = closed ? std::optional(asked[0].claim) : refused(claims, pool.seats, pool.shares, family);
  if (!first) return std::nullopt;
  Miss miss;
  miss.pool = asked[0].pool;
  const auto own = std::find_if(asked.begin(), asked.end(), [&first](const PoolClaim& claim) { return claim.claim.rank == first->rank; });
  miss.member = own->member;
  miss.own = key_of(*own);
  miss.families_ahead = families_ahead(miss.pool, *first);
  if (closed) {
    miss.why = Why::closed;
    return miss;
  }
  miss.last = last_of(miss.pool, first->quota, family);
  miss.seats_short = seats_short(claims, pool, family);
  miss.why = miss.seats_short == 0 ? Why::quota : Why::full;
  return miss;
}

std::vector<Missed> Reasons::of(int family) const {
  std::vector<Missed> all;
  for (int option = 0; option < answer_.option_of[as_index(family)]; ++option) {
    Missed missed{option, {}};
    each_pool_run(market_.claims[as_index(family)][as_index(option)], [&](std::span<const PoolClaim> asked) {
      if (auto found = miss(family, asked)) missed.misses.push_back(std::move(*found));
    });
    all.push_back(std::move(missed));
  }
  return all;
}

std::vector<Cutoff> Reasons::cutoffs() const {
  std::vector<Cutoff> all;
  for (std::size_t number = 0; number < market_.pools.size(); ++number) {
    const Pool& pool = market_.pools[number];
    for (int quota = 0; quota <= static_cast<int>(pool.shares.size()); ++quota) {
      Cutoff cutoff;
      cutoff.pool = static_cast<int>(number);
      cutoff.quota = quota == static_cast<int>(pool.shares.size()) ? k_none : quota;
      for (const Claim& claim : seated_[number]) cutoff.taken += claim.quota == cutoff.quota;
      cutoff.last = last_of(cutoff.pool, cutoff.quota, k_none);
      std::vector<Claim> claims = seated_[number];
      claims.push_back({std::numeric_limits<std::int32_t>::max(), k_none, static_cast<std::int16_t>(cutoff.quota), false});
      cutoff.open = answer_.closed[as_index(pool.unit)] == 0 && !refused(claims, pool.seats, pool.shares, k_none);
      all.push_back(std::move(cutoff));
    }
  }
  return all;
}

}  // namespace laoyou::matching
