#include "engines/roster/annealing.h"

#include <algorithm>

#include "engines/dispatch/search/exact_math.h"

namespace laoyou::roster {
namespace {

constexpr double k_hot = 0.5;              // first temperature, in the dearest price
constexpr double k_cold = 0.002;           // last temperature, likewise
constexpr int k_coolings = 3;              // of one run; the later ones begin less hot
constexpr double k_broken_at_first = 0.6;  // price of breaking a rule, in the dearest price
constexpr double k_broken_at_last = 3;
constexpr int k_longest_block = 7;
constexpr int k_widest_scatter = 5;
constexpr std::int64_t k_steps_a_look = 256;  // steps between two looks at the clock

}  // namespace

Annealing::Annealing(const Problem& problem, std::uint64_t seed)
    : problem_(problem), rows_(problem), random_(seed), given_(static_cast<std::size_t>(problem.days) * problem.kinds.size(), 0), cover_of_(given_.size(), k_none) {
  for (std::size_t i = 0; i < problem.covers.size(); ++i) {
    const Cover& cover = problem.covers[i];
    cover_of_[slot(cover.day, cover.kind)] = static_cast<int>(i);
    price_ += cover.under_price * cover.wanted;
    scale_ = std::max({scale_, cover.under_price, cover.over_price});
  }
  for (const Request& request : problem.requests) scale_ = std::max(scale_, request.price);
  longest_ = std::min(problem.days, k_longest_block);
  plan_.days.assign(problem.carers.size(), std::vector<int>(static_cast<std::size_t>(problem.days), k_off));
  row_cost_.resize(problem.carers.size());
  for (int carer = 0; carer < static_cast<int>(problem.carers.size()); ++carer) {
    for (int day = 0; day < problem.days; ++day)
      if (!rows_.allowed(carer, day, k_off)) set(carer, day, rows_.choices(carer, day).front());
    RowCost& own = row_cost_[static_cast<std::size_t>(carer)];
    own = rows_.cost(carer, plan_.days[static_cast<std::size_t>(carer)]);
    price_ += own.price;
    broken_ += own.broken;
  }
  changes_.clear();
  best_ = plan_;
  best_broken_ = broken_;
  best_price_ = price_;
}

std::int64_t Annealing::cover_price(int day, int kind) const {
  const int at = cover_of_[slot(day, kind)];
  if (at == k_none) return 0;
  const Cover& cover = problem_.covers[static_cast<std::size_t>(at)];
  const int missing = cover.wanted - given_[slot(day, kind)];
  return missing > 0 ? cover.under_price * missing : cover.over_price * -missing;
}

void Annealing::set(int carer, int day, int kind) {
  int& now = plan_.days[static_cast<std::size_t>(carer)][static_cast<std::size_t>(day)];
  if (now == kind) return;
  changes_.push_back({carer, day, now});
  const auto count = [&](int changed, int by) {
    if (changed == k_off) return;
    price_ -= cover_price(day, changed);
    given_[slot(day, changed)] += by;
    price_ += cover_price(day, changed);
  };
  count(now, -1);
  now = kind;
  count(now, 1);
}

void Annealing::undo() {
  const std::vector<Change> changes = changes_;
  for (auto change = changes.rbegin(); change != changes.rend(); ++change) set(change->carer, change->day, change->kind);
}

/// One kind over the block, or where the day does not allow it what was there.
void Annealing::fill_block(int carer, int day, int length, int kind) {
  for (int i = day; i < std::min(problem_.days, day + length); ++i)
    if (rows_.allowed(carer, i, kind)) set(carer, i, kind);
}

/// Each day of the block gets what it may have, whatever its neighbours: what no sequence of tame steps reaches.
void Annealing::scatter(int carer, int day, int length) {
  for (int i = day; i < std::min(problem_.days, day + length); ++i) {
    const auto& choices = rows_.choices(carer, i);
    set(carer, i, choices[random_.below(choices.size())]);
  }
}

void Annealing::exchange(int one, int other, int day, int length) {
  for (int i = day; i < std::min(problem_.days, day + length); ++i) {
    const int a = plan_.days[static_cast<std::size_t>(one)][static_cast<std::size_t>(i)];
    const int b = plan_.days[static_cast<std::size_t>(other)][static_cast<std::size_t>(i)];
    if (a == b || !rows_.allowed(one, i, b) || !rows_.allowed(other, i, a)) continue;
    set(one, i, b);
    set(other, i, a);
  }
}

/// A stretch of duties begins or ends a day sooner or later: the day beside an edge becomes as its neighbour.
void Annealing::move_block_edge() {
  const int carer = below(static_cast<int>(problem_.carers.size()));
  const auto& row = plan_.days[static_cast<std::size_t>(carer)];
  const int first = below(problem_.days);
  for (int i = 0; i + 1 < problem_.days; ++i) {
    const int day = (first + i) % problem_.days;
    if (day + 1 == problem_.days || row[static_cast<std::size_t>(day)] == row[static_cast<std::size_t>(day) + 1]) continue;
    const bool later = below(2) == 0;
    return fill_block(carer, later ? day + 1 : day, 1, row[static_cast<std::size_t>(later ? day : day + 1)]);
  }
}

/// A day and kind with too few gets somebody, for a while around the day.
void Annealing::cover_need() {
  if (problem_.covers.empty()) return;
  const std::size_t first = random_.below(problem_.covers.size());
  for (std::size_t i = 0; i < problem_.covers.size(); ++i) {
    const Cover& cover = problem_.covers[(first + i) % problem_.covers.size()];
    if (given_[slot(cover.day, cover.kind)] >= cover.wanted) continue;
    const int length = 1 + below(longest_);
    const int day = std::max(0, cover.day - below(length));
    return fill_block(below(static_cast<int>(problem_.carers.size())), day, length, cover.kind);
  }
}

void Annealing::propose() {
  const int carers = static_cast<int>(problem_.carers.size());
  const int day = below(problem_.days), carer = below(carers);
  const int way = below(100);
  if (way < 25) {
    const auto& choices = rows_.choices(carer, day);
    return fill_block(carer, day, 1 + below(longest_), choices[random_.below(choices.size())]);
  }
  if (way < 42) return scatter(carer, day, way < 37 ? 1 : 2 + below(k_widest_scatter - 1));
  if (way < 75 && carers > 1) {
    const int other = (carer + 1 + below(carers - 1)) % carers;
    const int length = below(8) == 0 ? 1 + below(problem_.days) : 1 + below(longest_);
    return exchange(carer, other, day, length);
  }
  return way < 90 ? move_block_edge() : cover_need();
}

void Annealing::run(std::int64_t steps, const std::function<double()>& elapsed_share) {
  if (problem_.carers.empty() || problem_.days == 0) return;
  double share = 0;
  for (; made_ < steps; ++made_) {
    if (made_ % k_steps_a_look == 0) {
      share = static_cast<double>(made_) / static_cast<double>(steps);
      if (elapsed_share) share = std::max(share, elapsed_share());
      if (share >= 1) return;
    }
    changes_.clear();
    price_before_ = price_;
    propose();
    if (changes_.empty()) continue;
    if (accepts(share))
      keep_if_best();
    else
      undo();
  }
}

bool Annealing::accepts(double share) {
  const int cooling = std::min(k_coolings - 1, static_cast<int>(share * k_coolings));
  const double within = share * k_coolings - cooling;
  const double hot = k_hot / (1 + cooling);
  const double temperature = static_cast<double>(scale_) * hot * dispatch::exact_exp(within * dispatch::exact_log(k_cold / hot));
  const double dear = static_cast<double>(scale_) * (k_broken_at_first + within * (k_broken_at_last - k_broken_at_first));
  std::int64_t broken = 0, rows = 0;
  changed_carers_.clear();
  for (const Change& change : changes_)
    if (std::find(changed_carers_.begin(), changed_carers_.end(), change.carer) == changed_carers_.end()) changed_carers_.push_back(change.carer);
  fresh_.clear();
  for (int carer : changed_carers_) {
    fresh_.push_back(rows_.cost(carer, plan_.days[static_cast<std::size_t>(carer)]));
    broken += fresh_.back().broken - row_cost_[static_cast<std::size_t>(carer)].broken;
    rows += fresh_.back().price - row_cost_[static_cast<std::size_t>(carer)].price;
  }
  const double dearer = static_cast<double>(price_ - price_before_ + rows) + dear * static_cast<double>(broken);
  if (dearer > 0 && dearer >= -temperature * dispatch::exact_log(1 - random_.unit())) return false;
  for (std::size_t i = 0; i < changed_carers_.size(); ++i) row_cost_[static_cast<std::size_t>(changed_carers_[i])] = fresh_[i];
  broken_ += broken;
  price_ += rows;
  return true;
}

void Annealing::keep_if_best() {
  if (std::pair(broken_, price_) >= std::pair(best_broken_, best_price_)) return;
  best_broken_ = broken_;
  best_price_ = price_;
  best_ = plan_;
}

}  // namespace laoyou::roster
