#include "engines/matching/market.h"

#include <algorithm>

#include "engines/draw/ticket.h"

namespace laoyou::matching {
namespace {

std::size_t as_index(int index) { return static_cast<std::size_t>(index); }

constexpr int k_without_limit = 1'000'000'000;

/// A member who wishes for a group or holds a seat there.
struct Candidate {
  int family = 0;
  int member = 0;
  Key key;
};

class Builder {
 public:
  explicit Builder(const Problem& problem) : problem_(problem), lots_(lots_of(problem)) { market_.problem = &problem; }

  CheckedResult<Market> build() {
    add_pools();
    for (const Family& family : problem_.families) market_.options.push_back(options_of(family));
    count_holders();
    rank();
    if (!refusals_.empty()) return refusals_;
    for (int family = 0; family < market_.families(); ++family) add_claims(family);
    for (auto& list : market_.lists)
      std::stable_sort(list.begin(), list.end(), [](const Listed& one, const Listed& other) { return one.claim < other.claim; });
    return std::move(market_);
  }

 private:
  void add_pools() {
    for (std::size_t place = 0; place < problem_.places.size(); ++place) {
      unit_of_.emplace_back();
      for (std::size_t group = 0; group < problem_.places[place].groups.size(); ++group) {
        const Group& each = problem_.places[place].groups[group];
        const int unit = static_cast<int>(market_.units.size());
        unit_of_.back().push_back(unit);
        market_.units.push_back({static_cast<int>(place), static_cast<int>(group), each.least, false});
        for (std::size_t session = 0; session < problem_.sessions.size(); ++session)
          market_.pools.push_back({static_cast<int>(place), static_cast<int>(group), static_cast<int>(session), unit, each.seats[session], 0, std::vector<int>(each.quotas.size(), 0), {}});
      }
    }
    market_.lists.resize(market_.pools.size());
    market_.keys.resize(market_.units.size());
    ranks_.resize(market_.units.size());
  }

  int unit_of(const Member& member, int place) const { return unit_of_[as_index(place)][as_index(group_of(problem_.places[as_index(place)], member.grade))]; }

  template <class Call>
  void each_pool(const Member& member, const Seat& seat, Call call) const {
    if (seat.place == k_none) return;
    const int unit = unit_of(member, seat.place);
    for (const int session : problem_.patterns[as_index(seat.pattern)].sessions) call(unit * static_cast<int>(problem_.sessions.size()) + session);
  }

  void count_holders() {
    for (const Family& family : problem_.families) {
      market_.must_place.push_back(present_option(family).has_value());
      for (const Member& member : family.members)
        each_pool(member, member.current, [&](int pool) {
          Pool& each = market_.pools[as_index(pool)];
          ++each.seats;
          ++each.holders;
          market_.units[as_index(each.unit)].held = true;
          if (const int quota = quota_of(group(each), member); quota != k_none) ++each.held[as_index(quota)];
        });
    }
    for (Pool& pool : market_.pools) {
      pool.shares = shares_of(group(pool), pool.seats - pool.holders, pool.held);
      for (std::size_t share = 0; share < pool.shares.size(); ++share)
        if (pool.held[share] > pool.shares[share].most) refuse_quota(pool, share);
    }
  }

  const Group& group(const Pool& pool) const { return problem_.places[as_index(pool.place)].groups[as_index(pool.group)]; }

  void refuse_quota(const Pool& pool, std::size_t share) {
    const Quota& quota = group(pool).quotas[share];
    refusals_.push_back(laoyou::at("/places", refuse("matching.more_hold_than_may", {problem_.places[as_index(pool.place)].id, group(pool).id, quota.trait, std::to_string(*quota.most), std::to_string(pool.held[share])})));
  }

  Key key_of(int family, const Member& member, int place) const {
    const Standing& standing = standing_at(member, place);
    const int worst = static_cast<int>(problem_.classes.size());
    return {standing.priority_class == k_none ? worst : standing.priority_class, standing.points, standing.distance_m, lots_[as_index(family)]};
  }

  /// The candidates of each unit, each once.
  std::vector<std::vector<Candidate>> candidates() const {
    std::vector<std::vector<Candidate>> all(market_.units.size());
    for (int family = 0; family < market_.families(); ++family) {
      const auto& members = problem_.families[as_index(family)].members;
      for (std::size_t member = 0; member < members.size(); ++member)
        for (const Option& option : market_.options[as_index(family)]) {
          const int place = option[member].place;
          if (place == k_none) continue;
          auto& list = all[as_index(unit_of(members[member], place))];
          bool known = false;
          for (auto last = list.rbegin(); last != list.rend() && last->family == family && !known; ++last) known = last->member == static_cast<int>(member);
          if (!known) list.push_back({family, static_cast<int>(member), key_of(family, members[member], place)});
        }
    }
    return all;
  }

  void rank() {
    auto all = candidates();
    for (std::size_t unit = 0; unit < all.size(); ++unit) {
      auto& list = all[unit];
      // Siblings who cannot be told apart stand in the order of the family's members: they get their seats together or not at all.
      std::stable_sort(list.begin(), list.end(), [this](const Candidate& one, const Candidate& other) { return compare(one.key, other.key, problem_.priority) < 0; });
      for (std::size_t rank = 0; rank < list.size(); ++rank) {
        market_.keys[unit].push_back(list[rank].key);
        ranks_[unit].push_back({list[rank].family, list[rank].member, static_cast<int>(rank)});
        if (rank > 0) refuse_tie(list[rank - 1], list[rank], market_.units[unit]);
      }
      std::sort(ranks_[unit].begin(), ranks_[unit].end());
    }
  }

  void refuse_tie(const Candidate& one, const Candidate& other, const Unit& unit) {
    constexpr std::size_t k_most_told = 20;
    if (one.family == other.family || compare(one.key, other.key, problem_.priority) != 0 || refusals_.size() >= k_most_told) return;
    const Place& place = problem_.places[as_index(unit.place)];
    refusals_.push_back(laoyou::at("/families", refuse("matching.tie_undecided", {problem_.families[as_index(one.family)].id, problem_.families[as_index(other.family)].id, place.id, place.groups[as_index(unit.group)].id})));
  }

  struct Ranked {
    int family = 0;
    int member = 0;
    int rank = 0;
    auto operator<=>(const Ranked&) const = default;
  };

  Claim claim_on(int pool, int family, std::size_t member) const {
    const Pool& each = market_.pools[as_index(pool)];
    const auto& ranks = ranks_[as_index(each.unit)];
    const auto found = std::lower_bound(ranks.begin(), ranks.end(), Ranked{family, static_cast<int>(member), 0});
    const Member& person = problem_.families[as_index(family)].members[member];
    bool holds = false;
    each_pool(person, person.current, [&](int held) { holds = holds || held == pool; });
    const int quota = quota_of(group(each), person);
    return {found->rank, family, static_cast<std::int16_t>(quota), holds};
  }

  void add_claims(int family) {
    const auto& members = problem_.families[as_index(family)].members;
    auto& claims = market_.claims.emplace_back();
    for (std::size_t option = 0; option < market_.options[as_index(family)].size(); ++option) {
      auto& made = claims.emplace_back();
      for (std::size_t member = 0; member < members.size(); ++member)
        each_pool(members[member], market_.options[as_index(family)][option][member], [&](int pool) { made.push_back({pool, static_cast<int>(member), claim_on(pool, family, member)}); });
      std::sort(made.begin(), made.end(), [](const PoolClaim& one, const PoolClaim& other) { return one.pool != other.pool ? one.pool < other.pool : one.claim < other.claim; });
      for (const PoolClaim& claim : made) market_.lists[as_index(claim.pool)].push_back({claim.claim, static_cast<int>(option)});
    }
    int member = k_none;
    bool joint = false;
    for (const auto& made : claims) {
      joint = joint || made.size() > 1 || (made.size() == 1 && member != k_none && member != made[0].member);
      if (made.size() == 1) member = made[0].member;
    }
    market_.joint.push_back(joint);
    market_.single = market_.single && !joint;
  }

  const Problem& problem_;
  std::vector<int> lots_;
  Market market_;
  std::vector<std::vector<int>> unit_of_;
  std::vector<std::vector<Ranked>> ranks_;
  Refusals refusals_;
};

}  // namespace

std::strong_ordering compare(const Key& one, const Key& other, std::span<const Criterion> priority) {
  for (const Criterion criterion : priority) {
    const std::strong_ordering order = criterion == Criterion::priority_class ? one.priority_class <=> other.priority_class
                       : criterion == Criterion::points       ? other.points <=> one.points
                                                              : one.distance_m <=> other.distance_m;
    if (order != 0) return order;
  }
  return one.lot <=> other.lot;
}

CheckedResult<Market> make_market(const Problem& problem) { return Builder(problem).build(); }

std::vector<Share> shares_of(const Group& group, int free, const std::vector<int>& held) {
  std::vector<Share> shares;
  for (std::size_t number = 0; number < group.quotas.size(); ++number) {
    const Quota& quota = group.quotas[number];
    const int most = quota.most.value_or(k_without_limit), wanted = std::min(quota.reserved, most);
    const int more = std::clamp(wanted - held[number], 0, free);
    shares.push_back({std::min(wanted, held[number] + more), most, quota.kept});
    free -= more;
  }
  return shares;
}

std::vector<int> lots_of(const Problem& problem) {
  std::vector<int> lots(problem.families.size(), 0);
  std::vector<std::string> ids;
  std::vector<std::size_t> of_id;
  std::vector<std::pair<std::int64_t, std::size_t>> given;
  for (std::size_t family = 0; family < problem.families.size(); ++family) {
    if (problem.families[family].lot) {
      given.push_back({*problem.families[family].lot, family});
    } else {
      ids.push_back(problem.families[family].id);
      of_id.push_back(family);
    }
  }
  std::sort(given.begin(), given.end());
  int position = 0;
  for (std::size_t i = 0; i < given.size(); ++i) {
    // Equal lots decide nothing between those who hold them.
    if (i == 0 || given[i].first != given[i - 1].first) position = static_cast<int>(i) + 1;
    lots[given[i].second] = position;
  }
  if (problem.seed.empty()) {
    for (const std::size_t family : of_id) lots[family] = given.empty() ? 0 : static_cast<int>(given.size()) + 1;
    return lots;
  }
  position = static_cast<int>(given.size());
  for (const std::size_t drawn : draw::sample(ids, problem.seed)) lots[of_id[drawn]] = ++position;
  return lots;
}

}  // namespace laoyou::matching
