#include "engines/dispatch/search/annealing.h"

#include <algorithm>
#include <array>

#include "engines/dispatch/search/adoption.h"
#include "engines/dispatch/search/exact_math.h"

namespace laoyou::dispatch {
namespace {

constexpr int k_small_day = 400;           // visits up to which every place is tried
constexpr std::size_t k_most_waiting = 16; // unserved visits tried per step besides those just taken
constexpr unsigned k_blindness = 10;       // 1 %
constexpr unsigned k_deep_blindness = 200;  // in some steps
constexpr double k_hot = 3.0;               // first temperature, in mean cost per visit
constexpr double k_warm = 0.1;              // the same when a plan is given to start from
constexpr double k_cooling = 0.01;         // last temperature, in first ones
constexpr std::array<double, 3> k_coolings = {1, 3, 1};  // heats of the coolings of a small day
constexpr double k_strict_from = 0.9;      // share of the run after which upper levels only improve

}  // namespace

Annealing::Annealing(const Problem& problem, const Plan* start, std::uint64_t seed)
    : ground_(problem), random_(seed), roster_(ground_), nearness_(ground_), insertion_(roster_, nearness_, random_),
      ruin_(roster_, nearness_, random_), small_(ground_.visits() <= k_small_day) {
  if (!roster_.locked_fit()) return;
  for (int s = 0; s < ground_.shifts(); ++s)
    if (ground_.shift(s).rest) shifts_with_rest_.push_back(s);
  if (start != nullptr) adopt(*start, roster_, insertion_);
  fill();
  ensure_breaks(roster_, insertion_);
  roster_.forget();
  current_ = ground_.problem().objective.values(roster_.terms());
  best_ = {roster_.plan(), roster_.terms()};
  best_levels_ = current_;
  set_temperatures(start != nullptr ? k_warm : k_hot);
}

/// Insertion of everything unserved, scarce and precious visits first.
void Annealing::fill() {
  std::vector<std::pair<std::array<std::int64_t, 4>, int>> order;
  for (int v = 0; v < ground_.visits(); ++v) {
    if (roster_.served(v)) continue;
    std::int64_t able = 0;
    for (int s = 0; s < ground_.shifts(); ++s) able += ground_.allowed(v, s);
    const Visit& at = ground_.visit(v);
    const bool scarce = able * 5 < ground_.shifts();
    order.push_back({{-at.prize, scarce ? 0 : 1, -static_cast<std::int64_t>(ground_.group(v).size()), at.windows.front().opens_s}, v});
  }
  std::sort(order.begin(), order.end());
  for (const auto& [key, v] : order)
    if (!roster_.served(v)) {
      insertion_.insert_group(v, Reach::everywhere);
      roster_.forget();
    }
}

void Annealing::set_temperatures(double heat) {
  Terms terms = roster_.terms();
  at(terms, Term::unserved) = 0;
  const auto values = ground_.problem().objective.values(terms);
  for (std::int64_t value : values) temperature_.push_back(heat * static_cast<double>(value) / std::max(1, ground_.visits()));
}

void Annealing::run(const SearchBudget& budget, const std::function<void(const RatedPlan&)>& better) {
  if (!roster_.locked_fit() || ground_.visits() == 0) return;
  for (; made_ < budget.iterations; ++made_) {
    double share = static_cast<double>(made_) / static_cast<double>(budget.iterations);
    if (budget.elapsed_share) share = std::max(share, budget.elapsed_share());
    if (share >= 1) break;
    step(share);
    if (best_is_new_ && better) better(best_);
    best_is_new_ = false;
  }
}

void Annealing::step(double share) {
  const bool toggle = !shifts_with_rest_.empty() && random_.below(48) == 0;
  if (toggle ? toggle_break() : ruin_and_recreate()) {
    const Levels candidate = ground_.problem().objective.values(roster_.terms());
    if (accepts(candidate, share)) {
      current_ = candidate;
      roster_.forget();
      keep_if_best();
      return;
    }
  }
  roster_.roll_back(0);
}

bool Annealing::ruin_and_recreate() {
  const int seed = ruin_.run();
  if (seed == k_none || !roster_.settle() || !review_breaks()) return false;
  insertion_.set_blindness(random_.below(16) == 0 ? k_deep_blindness : k_blindness);
  recreate(seed);
  if (random_.below(8) == 0) try_detours();
  return true;
}

/// A rest at a place of its own may shorten a new route.
void Annealing::try_detours() {
  for (int v : ruin_.taken()) {
    const int s = roster_.shift_of(v);
    if (s == k_none || roster_.has_break(s)) continue;
    const auto& rest = ground_.shift(s).rest;
    if (rest && rest->place != k_none) insertion_.insert_break(s);
  }
}

/// Breaks of changed routes are reconsidered: some are taken out, and all that are due are put where they cost least.
bool Annealing::review_breaks() {
  const std::vector<int> changed = roster_.touched();
  roster_.refresh_touched_bounds();
  for (int s : changed) {
    if (roster_.has_break(s) && !ground_.break_locked(s) && random_.below(4) == 0) {
      roster_.take(ground_.break_of(s));
      if (!roster_.settle()) return false;
      roster_.refresh_touched_bounds();
    }
    if (roster_.break_due(s) && !insertion_.insert_break(s)) return false;
  }
  return true;
}

/// Takes or drops one break. Where travel breaks the triangle inequality even a rest not due can save a way, and a rest can wait for a later
/// window.
bool Annealing::toggle_break() {
  const int s = shifts_with_rest_[random_.below(shifts_with_rest_.size())];
  if (roster_.visits_in(s) == 0 || ground_.break_locked(s)) return false;
  if (!roster_.has_break(s)) return insertion_.insert_break(s);
  roster_.take(ground_.break_of(s));
  if (!roster_.settle()) return false;
  roster_.refresh_touched_bounds();
  return !roster_.break_due(s);
}

/// Unserved visits worth a try: those near the seed, and a few others.
std::vector<int> Annealing::waiting_near(int seed) {
  std::vector<int> waiting;
  if (!roster_.served(seed)) waiting.push_back(seed);
  for (int v : nearness_.visits(seed))
    if (!roster_.served(v)) waiting.push_back(v);
  for (std::size_t tries = 0; tries < k_most_waiting && small_; ++tries) {
    const int v = static_cast<int>(random_.below(static_cast<std::uint64_t>(ground_.visits())));
    if (!roster_.served(v)) waiting.push_back(v);
  }
  return waiting;
}

void Annealing::sort_for_insertion(std::vector<int>& visits) {
  for (std::size_t i = visits.size(); i > 1; --i) std::swap(visits[i - 1], visits[random_.below(i)]);
  const auto by = [&](auto key) { std::stable_sort(visits.begin(), visits.end(), [&](int a, int b) { return key(a) < key(b); }); };
  switch (random_.below(10)) {
    case 0: case 1: by([&](int v) { return -ground_.visit(v).length_s; }); break;
    case 2: by([&](int v) { return ground_.visit(v).windows.front().opens_s; }); break;
    case 3: by([&](int v) { return -ground_.visit(v).windows.back().closes_s; }); break;
    case 4: by([&](int v) { return ground_.visit(v).windows.back().closes_s - ground_.visit(v).windows.front().opens_s; }); break;
    case 5: by([&](int v) { return -ground_.visit(v).prize; }); break;
    case 6: by([&](int v) { return -static_cast<int>(ground_.group(v).size()); }); break;
    default: break;
  }
}

void Annealing::recreate(int seed) {
  std::vector<int> visits = ruin_.taken();
  for (int v : waiting_near(seed)) visits.push_back(v);
  std::sort(visits.begin(), visits.end());
  visits.erase(std::unique(visits.begin(), visits.end()), visits.end());
  sort_for_insertion(visits);
  const Reach reach = small_ || random_.below(64) == 0 ? Reach::everywhere : Reach::near;
  for (int v : visits)
    if (!roster_.served(v)) insertion_.insert_group(v, reach);
}

/// Small days are cooled several times, once from a greater heat: between basins far apart one cooling decides by chance.
bool Annealing::accepts(const Levels& candidate, double share) {
  double heat = 1;
  if (small_) {
    const auto cooling = std::min(k_coolings.size() - 1, static_cast<std::size_t>(share * static_cast<double>(k_coolings.size())));
    heat = k_coolings[cooling];
    share = share * static_cast<double>(k_coolings.size()) - static_cast<double>(cooling);
  }
  for (std::size_t level = 0; level < candidate.size(); ++level) {
    const std::int64_t worse = candidate[level] - current_[level];
    if (worse == 0) continue;
    if (worse < 0) return true;
    const bool lowest = level + 1 == candidate.size();
    if (!lowest && share >= k_strict_from) return false;
    const double temperature = heat * temperature_[level] * exact_exp(share * exact_log(k_cooling));
    return static_cast<double>(worse) < -temperature * exact_log(1 - random_.unit());
  }
  return true;
}

void Annealing::keep_if_best() {
  if (!(current_ < best_levels_)) return;
  best_levels_ = current_;
  best_ = {roster_.plan(), roster_.terms()};
  best_is_new_ = true;
}

}  // namespace laoyou::dispatch
