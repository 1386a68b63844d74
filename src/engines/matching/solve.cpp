#include "engines/matching/solve.h"

#include <algorithm>

#include "engines/matching/chains.h"
#include "engines/matching/fewest_blocking.h"

namespace laoyou::matching {
namespace {

std::size_t as_index(int index) { return static_cast<std::size_t>(index); }

std::vector<int> options_of(const Market& market, const Placement& placement) {
  std::vector<int> options;
  for (int family = 0; family < market.families(); ++family) options.push_back(placement.option_of(family));
  return options;
}

/// By how many members a unit misses its least; 0 where it is empty, as large as it must be, or held open.
int lacking(const Unit& unit, int members) { return members == 0 || unit.held ? 0 : std::max(0, unit.least - members); }

/// The unit to close first, k_none where all have their least.
int most_lacking(const Market& market, const std::vector<int>& members) {
  int worst = k_none, most = 0;
  for (std::size_t unit = 0; unit < market.units.size(); ++unit) {
    const int lacks = lacking(market.units[unit], members[unit]);
    if (lacks > 0 && lacks >= most) {
      worst = static_cast<int>(unit);
      most = lacks;
    }
  }
  return worst;
}

Settled settle_open(const Market& market, Closed& closed, const Effort& effort) {
  for (;;) {
    Settled settled = settle(market, closed, effort.work);
    const int unit = most_lacking(market, members_of_units(market, options_of(market, settled.placement)));
    if (unit == k_none) return settled;
    closed[as_index(unit)] = 1;
  }
}

/// The answer of given options, judged anew.
void take(const Market& market, std::vector<int> options, Answer& answer) {
  Placement placement(market, answer.closed);
  std::vector<int> displaced, loosened;
  for (int family = 0; family < market.families(); ++family)
    if (options[as_index(family)] != market.nothing(family)) placement.give(family, options[as_index(family)], displaced, loosened);
  if (!displaced.empty() || most_lacking(market, members_of_units(market, options)) != k_none) return;
  auto blocking = placement.blocking();
  if (blocking.size() >= answer.blocking.size()) return;
  answer.option_of = std::move(options);
  answer.blocking = std::move(blocking);
}

}  // namespace

std::vector<int> members_of_units(const Market& market, const std::vector<int>& option_of) {
  std::vector<int> members(market.units.size(), 0);
  std::vector<std::pair<int, int>> seen;
  for (int family = 0; family < market.families(); ++family) {
    if (option_of[as_index(family)] == market.nothing(family)) continue;
    seen.clear();
    for (const PoolClaim& claim : market.claims[as_index(family)][as_index(option_of[as_index(family)])]) {
      const std::pair counted{market.pools[as_index(claim.pool)].unit, claim.member};
      if (std::find(seen.begin(), seen.end(), counted) != seen.end()) continue;
      seen.push_back(counted);
      ++members[as_index(counted.first)];
    }
  }
  return members;
}

Answer solve(const Market& market, const Effort& effort) {
  Answer answer;
  answer.closed.assign(market.units.size(), 0);
  Settled settled = settle_open(market, answer.closed, effort);
  for (std::size_t unit = 0; unit < answer.closed.size(); ++unit) {
    if (!answer.closed[unit]) continue;
    Closed opened = answer.closed;
    opened[unit] = 0;
    Settled again = settle(market, opened, effort.work);
    if (most_lacking(market, members_of_units(market, options_of(market, again.placement))) != k_none) continue;
    answer.closed = opened;
    settled = std::move(again);
  }
  answer.option_of = options_of(market, settled.placement);
  answer.blocking = std::move(settled.blocking);
  const bool any_least = std::any_of(market.units.begin(), market.units.end(), [](const Unit& unit) { return unit.least > 1; });
  answer.truthful = market.single && !any_least;
  if (answer.blocking.empty()) return answer;
  Proof proof = fewest_blocking(market, answer.closed, static_cast<int>(answer.blocking.size()), effort.proof_s, effort.proof_must_stop);
  if (proof.options) take(market, std::move(*proof.options), answer);
  answer.least_blocking = std::min(proof.least, static_cast<int>(answer.blocking.size()));
  return answer;
}

}  // namespace laoyou::matching
