#include "engines/dispatch/search/ruin.h"

#include <algorithm>
#include <cmath>

namespace laoyou::dispatch {
namespace {

constexpr double k_taken_mean = 10;     // visits per run, on average
constexpr double k_longest_string = 10;
constexpr int k_tiny = 12;              // visits up to which sometimes all are taken
constexpr double k_split_share = 0.5;   // strings that keep a part in their middle
constexpr double k_split_grow = 0.01;   // chance that the kept part stops growing

}  // namespace

Ruin::Ruin(Roster& roster, const Nearness& nearness, SeededRandom& random)
    : roster_(roster), ground_(roster.ground()), nearness_(nearness), random_(random),
      ruined_(static_cast<std::size_t>(ground_.shifts()), 0) {}

int Ruin::random_served() {
  if (ground_.visits() == 0) return k_none;
  const auto count = static_cast<std::size_t>(ground_.visits());
  for (int tries = 0; tries < 20; ++tries) {
    const int visit = static_cast<int>(random_.below(count));
    if (roster_.served(visit) && !ground_.locked(visit)) return visit;
  }
  return k_none;
}

int Ruin::run() {
  taken_.clear();
  ++run_number_;
  const std::uint64_t kind = random_.below(100);
  // Around an unserved visit as often as around a served one: room for it is what is wanted.
  int seed = static_cast<int>(random_.below(static_cast<std::uint64_t>(std::max(ground_.visits(), 1))));
  if (ground_.visits() == 0) return k_none;
  if (roster_.served(seed) && ground_.locked(seed)) seed = random_served();
  if (seed == k_none) return k_none;
  if (kind < 4 && ground_.visits() <= k_tiny)
    take_everything();
  else if (kind < 76)
    take_strings(seed);
  else if (kind < 86)
    take_scattered(seed);
  else if (kind < 90)
    take_person(seed);
  else if (kind < 95)
    take_route(seed);
  else
    take_late(seed);
  return seed;
}

void Ruin::take_strings(int seed) {
  int used = 0;
  for (int s = 0; s < ground_.shifts(); ++s) used += roster_.visits_in(s) > 0;
  if (used == 0) return;
  const double mean_stops = std::max(1.0, static_cast<double>(ground_.visits()) / used);
  const double longest = std::min(k_longest_string, mean_stops);
  const double mean = std::min(k_taken_mean, std::max(1.0, 0.4 * ground_.visits()));
  const double most_strings = std::max(1.0, 4 * mean / (1 + longest) - 1);
  auto strings = static_cast<int>(1 + random_.unit() * most_strings);
  const auto visit_near = [&](int visit) {
    if (strings == 0 || !roster_.served(visit) || ground_.locked(visit)) return;
    std::int64_t& ruined = ruined_[static_cast<std::size_t>(roster_.shift_of(visit))];
    if (ruined == run_number_) return;
    ruined = run_number_;
    --strings;
    take_string_around(visit, longest);
  };
  visit_near(seed);
  for (int near : nearness_.visits(seed)) visit_near(near);
}

void Ruin::take_string_around(int visit, double longest) {
  const int shift = roster_.shift_of(visit);
  route_.clear();
  for (int node = roster_.next(roster_.last_fixed(shift)); !ground_.is_end(node); node = roster_.next(node))
    if (ground_.is_visit(node)) route_.push_back(node);
  const double most = std::min(static_cast<double>(route_.size()), longest);
  const auto length = static_cast<std::size_t>(1 + random_.unit() * most);
  std::size_t kept = 0;
  if (length > 1 && length < route_.size() && random_.unit() < k_split_share) {
    kept = 1;
    while (length + kept < route_.size() && random_.unit() > k_split_grow) ++kept;
  }
  const std::size_t whole = std::min(length + kept, route_.size());
  const auto position = static_cast<std::size_t>(std::find(route_.begin(), route_.end(), visit) - route_.begin());
  const std::size_t lowest = position + 1 > whole ? position + 1 - whole : 0;
  const std::size_t highest = std::min(position, route_.size() - whole);
  const std::size_t first = lowest + random_.below(highest - lowest + 1);
  const std::size_t kept_from = kept == 0 ? whole : 1 + random_.below(whole - kept);
  const std::vector<int> route = route_;
  for (std::size_t i = 0; i < whole; ++i)
    if (i < kept_from || i >= kept_from + kept) take_group(route[first + i]);
}

void Ruin::take_scattered(int seed) {
  const auto count = 1 + random_.below(static_cast<std::uint64_t>(std::min(8, ground_.visits())));
  if (roster_.served(seed)) take_group(seed);
  const auto& near = nearness_.visits(seed);
  for (std::uint64_t i = 1; i < count && !near.empty(); ++i) {
    const int visit = near[random_.below(std::min<std::uint64_t>(near.size(), 30))];
    if (roster_.served(visit)) take_group(visit);
  }
}

void Ruin::take_everything() {
  for (int visit = 0; visit < ground_.visits(); ++visit)
    if (roster_.served(visit)) take_group(visit);
}

void Ruin::take_person(int seed) {
  const int person = ground_.visit(seed).person;
  if (person == k_none) return take_strings(seed);
  for (int visit : ground_.visits_of_person(person))
    if (roster_.served(visit)) take_group(visit);
  take_scattered(seed);
}

void Ruin::take_route(int seed) {
  if (!roster_.served(seed)) return take_strings(seed);
  const int shift = roster_.shift_of(seed);
  std::vector<int> route;
  for (int node = roster_.next(roster_.last_fixed(shift)); !ground_.is_end(node) && route.size() < 16; node = roster_.next(node))
    if (ground_.is_visit(node)) route.push_back(node);
  for (int visit : route)
    if (roster_.served(visit)) take_group(visit);
}

void Ruin::take_late(int seed) {
  int taken = 0;
  const auto take_if_late = [&](int visit) {
    if (taken >= 3 || !roster_.served(visit) || ground_.lateness(visit, roster_.start_s(visit)) == 0) return;
    ++taken;
    take_group(visit);
  };
  take_if_late(seed);
  for (int near : nearness_.visits(seed)) take_if_late(near);
  take_scattered(seed);
}

void Ruin::take_group(int visit) {
  if (ground_.locked(visit)) return;
  if (ground_.group_locked(visit)) return take_one(visit);
  for (int member : ground_.group(visit))
    if (roster_.served(member)) take_one(member);
}

void Ruin::take_one(int visit) {
  const int shift = roster_.shift_of(visit);
  roster_.take(visit);
  taken_.push_back(visit);
  const int rest = ground_.break_of(shift);
  // A break with nothing around it is not taken.
  if (roster_.visits_in(shift) == 0 && roster_.has_break(shift) && !ground_.break_locked(shift)) roster_.take(rest);
}

}  // namespace laoyou::dispatch
