#include "engines/matching/samples/brute_force.h"

#include <algorithm>

namespace laoyou::matching {
namespace {

std::size_t as_index(int index) { return static_cast<std::size_t>(index); }

}  // namespace

Claimed claimed_by(const Market& market, const std::vector<int>& option_of, const Closed& closed) {
  Claimed claimed;
  for (int family = 0; family < market.families(); ++family)
    claimed.seats.push_back(option_of[as_index(family)] == market.nothing(family) ? Option{} : market.options[as_index(family)][as_index(option_of[as_index(family)])]);
  for (std::size_t unit = 0; unit < closed.size(); ++unit)
    if (closed[unit]) claimed.closed.push_back({market.units[unit].place, market.units[unit].group});
  return claimed;
}

std::optional<Enumerated> enumerate(const Market& market, const Closed& closed, std::int64_t most) {
  std::int64_t all = 1;
  for (int family = 0; family < market.families(); ++family) {
    all *= market.nothing(family) + 1;
    if (all > most) return std::nullopt;
  }
  Enumerated found;
  found.fewest_blocking = market.families() + 1;
  std::vector<int> options(market.options.size(), 0);
  for (std::int64_t number = 0; number < all; ++number) {
    std::int64_t rest = number;
    for (int family = 0; family < market.families(); ++family) {
      options[as_index(family)] = static_cast<int>(rest % (market.nothing(family) + 1));
      rest /= market.nothing(family) + 1;
    }
    const Judgement judgement = check(*market.problem, claimed_by(market, options, closed));
    const bool keeps = std::all_of(judgement.broken.begin(), judgement.broken.end(), [](const Refusal& refusal) { return refusal.code == "matching.below_least"; });
    if (!keeps) continue;
    found.fewest_blocking = std::min(found.fewest_blocking, static_cast<int>(judgement.blocking.size()));
    if (judgement.blocking.empty()) found.without_blocking.push_back(options);
  }
  return found;
}

}  // namespace laoyou::matching
