#include "engines/roster/rows/best_row.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/check.h"

namespace laoyou::roster {
namespace {

constexpr std::size_t k_most_nodes = 1'500'000;
constexpr std::size_t k_most_counted_nodes = 60'000;  // beyond them a further kind is held back by a price instead of being counted
constexpr std::size_t k_most_cells = 16'000'000;
constexpr double k_never = std::numeric_limits<double>::infinity();
constexpr int k_dearer_rounds = 12;
constexpr double k_first_dearer = 0.03;  // of the largest price

std::size_t index(int value) { return static_cast<std::size_t>(value); }

/// `to[i] = min(to[i], from[i] + price)`, two at a time.
void take_cheaper(double* to, const double* from, double price, std::size_t count) {
  typedef double Two __attribute__((vector_size(16), aligned(8), may_alias));
  std::size_t i = 0;
  for (; i + 2 <= count; i += 2) {
    const Two fresh = *reinterpret_cast<const Two*>(from + i) + price;
    Two& old = *reinterpret_cast<Two*>(to + i);
    old = fresh < old ? fresh : old;
  }
  for (; i < count; ++i) to[i] = std::min(to[i], from[i] + price);
}

}  // namespace

BestRow::BestRow(const Problem& problem, const Rows& rows, int carer)
    : problem_(problem), rows_(rows), carer_(carer), plain_(std::make_shared<RowStates>(problem, rows, carer, std::vector<int>{})), counting_(plain_), states_(plain_) {}

bool BestRow::usable() const { return index(problem_.days + 1) * index(plain_->states()) * index(plain_->layers()) <= k_most_nodes; }

/// Calls `take(node, its place, step, price, node after it)` for each step that leads on from the nodes reached on a day.
template <class Take>
void BestRow::for_steps(const RowScratch& scratch, int day, const Take& take) const {
  for (std::size_t i = 0; i < scratch.reached[index(day)].size(); ++i) {
    const RowScratch::Reached at = scratch.reached[index(day)][i];
    if (!scratch.nodes[at.node].reached) continue;
    for (const Step& step : states_->steps(at.state)) {
      const double price = this->price(scratch, day, step.duty);
      if (price == k_never) continue;
      const int layer = states_->next_layers(day, step.duty, at.state)[index(at.layer)];
      if (layer >= 0) take(at, step, price, RowScratch::Reached{node(day + 1, step.to, layer), step.to, layer});
    }
  }
}

void BestRow::set_prices(const std::vector<double>& prices, const std::vector<std::uint64_t>& choices, RowScratch& scratch) const {
  const std::size_t kinds = problem_.kinds.size() + 1, classes = states_->classes().size() + 1;
  scratch.prices.assign(index(problem_.days) * classes, k_never);
  scratch.kinds.assign(index(problem_.days) * classes, k_off);
  for (std::size_t day = 0; day < index(problem_.days); ++day) {
    if (choices[day] & 1U) scratch.prices[day * classes] = prices[day * kinds];
    for (std::size_t one = 1; one < classes; ++one)
      for (int kind : states_->classes()[one - 1].kinds) {
        if (!((choices[day] >> (kind + 1)) & 1U)) continue;
        const double price = prices[day * kinds + index(kind + 1)];
        if (price < scratch.prices[day * classes + one]) scratch.prices[day * classes + one] = price, scratch.kinds[day * classes + one] = kind;
      }
  }
}

/// Which nodes there is a way to, and the times it may take.
void BestRow::reach(RowScratch& scratch) const {
  for (auto& day : scratch.reached) {
    for (const RowScratch::Reached& one : day) scratch.nodes[one.node] = {};
    day.clear();
  }
  scratch.reached.resize(std::max(scratch.reached.size(), index(problem_.days + 1)));
  if (scratch.nodes.size() < node(problem_.days + 1, 0, 0)) scratch.nodes.resize(node(problem_.days + 1, 0, 0));
  scratch.nodes[0].reached = true;
  scratch.nodes[0].until = 0;
  scratch.reached[0].push_back({0, 0, 0});
  for (int day = 0; day < problem_.days; ++day)
    for_steps(scratch, day, [&](const RowScratch::Reached& at, const Step& step, double, const RowScratch::Reached& next) {
      const int length = this->length(step.duty);
      const RowScratch::Node& from = scratch.nodes[at.node];
      RowScratch::Node& target = scratch.nodes[next.node];
      if (!target.reached) scratch.reached[index(day + 1)].push_back(next);
      target.from = target.reached ? std::min(target.from, from.from + length) : from.from + length;
      target.until = std::max(target.until, from.until + length);
      target.reached = true;
    });
}

/// What the days behind a node can still add; a node with no way to the end gets none.
void BestRow::look_ahead(RowScratch& scratch) const {
  for (const RowScratch::Reached& one : scratch.reached[index(problem_.days)]) scratch.nodes[one.node].most_rest = 0;
  for (int day = problem_.days; day-- > 0;)
    for_steps(scratch, day, [&](const RowScratch::Reached& at, const Step& step, double, const RowScratch::Reached& next) {
      const RowScratch::Node& target = scratch.nodes[next.node];
      if (target.most_rest < 0) return;
      RowScratch::Node& from = scratch.nodes[at.node];
      const int length = this->length(step.duty);
      from.least_rest = from.most_rest < 0 ? target.least_rest + length : std::min(from.least_rest, target.least_rest + length);
      from.most_rest = std::max(from.most_rest, target.most_rest + length);
    });
}

/// Gives each node cells for the times from which both limits of the whole plan can be kept.
BestRow::Filled BestRow::lay_out(RowScratch& scratch) const {
  std::size_t cells = 0, nodes = 0;
  for (const auto& day : scratch.reached)
    for (const RowScratch::Reached& at : day) {
      RowScratch::Node& one = scratch.nodes[at.node];
      one.reached = one.most_rest >= 0;
      if (states_->timed()) {
        one.from = std::max(one.from, states_->least() - one.most_rest);
        one.until = std::min(one.until, states_->most() - one.least_rest);
      }
      one.reached = one.reached && one.from <= one.until;
      one.cells = cells;
      if (one.reached) cells += index(one.until - one.from + 1);
      if (cells > k_most_cells) return Filled::too_large;
      ++nodes;
    }
  if (scratch.cells.size() < cells) scratch.cells.resize(cells);
  std::fill(scratch.cells.begin(), scratch.cells.begin() + static_cast<std::ptrdiff_t>(cells), k_never);
  scratch.work += static_cast<std::int64_t>(8 * nodes + 4 * cells);
  return scratch.nodes[0].reached ? Filled::yes : Filled::no_row;
}

void BestRow::push(RowScratch& scratch) const {
  scratch.cells[scratch.nodes[0].cells] = 0;
  for (int day = 0; day < problem_.days; ++day)
    for_steps(scratch, day, [&](const RowScratch::Reached& at, const Step& step, double price, const RowScratch::Reached& next) {
      const RowScratch::Node& from = scratch.nodes[at.node];
      const RowScratch::Node& target = scratch.nodes[next.node];
      if (!target.reached) return;
      const int length = this->length(step.duty);
      const int begin = std::max(from.from + length, target.from), end = std::min(from.until + length, target.until);
      if (begin > end) return;
      take_cheaper(&scratch.cells[target.cells + index(begin - target.from)], &scratch.cells[from.cells + index(begin - length - from.from)], price, index(end - begin + 1));
    });
}

BestRow::Filled BestRow::fill(RowScratch& scratch) const {
  reach(scratch);
  look_ahead(scratch);
  const Filled filled = lay_out(scratch);
  if (filled == Filled::yes) push(scratch);
  return filled;
}

/// From the cheapest end back to the beginning: each cell holds exactly the sum of the cell it came from and the price of the day.
std::optional<PricedRow> BestRow::read_back(RowScratch& scratch) const {
  double value = k_never;
  std::size_t at = 0;
  int time = 0;
  for (const RowScratch::Reached& end : scratch.reached[index(problem_.days)]) {
    const RowScratch::Node& one = scratch.nodes[end.node];
    for (int t = one.from; one.reached && t <= one.until; ++t)
      if (scratch.cells[one.cells + index(t - one.from)] < value) value = scratch.cells[one.cells + index(t - one.from)], at = end.node, time = t;
  }
  if (value == k_never) return std::nullopt;
  PricedRow answer{std::vector<int>(index(problem_.days), k_off), value, value};
  for (int day = problem_.days; day-- > 0;) {
    bool found = false;
    const std::size_t to = at;
    const int to_time = time;
    const double to_value = value;
    for_steps(scratch, day, [&](const RowScratch::Reached& from, const Step& step, double price, const RowScratch::Reached& next) {
      if (found || next.node != to) return;
      const RowScratch::Node& one = scratch.nodes[from.node];
      const int t = to_time - length(step.duty);
      if (t < one.from || t > one.until) return;
      const double before = scratch.cells[one.cells + index(t - one.from)];
      if (before + price != to_value) return;
      found = true;
      at = from.node, time = t, value = before;
      answer.row[index(day)] = scratch.kinds[index(day) * (states_->classes().size() + 1) + index(step.duty + 1)];
    });
    CHECK(found);
  }
  return answer;
}

int BestRow::broken_kind(const std::vector<int>& row) const {
  const std::vector<int>& most = problem_.carers[index(carer_)].most_of_kind;
  std::vector<int> counts(most.size(), 0);
  for (int kind : row)
    if (kind != k_off && ++counts[index(kind)] > most[index(kind)]) return kind;
  return k_off;
}

/// Counts a kind from now on, unless the tables would grow too large.
bool BestRow::count(int kind) {
  std::vector<int> counted = counted_;
  counted.push_back(kind);
  std::size_t expected = index(problem_.days + 1) * index(plain_->states()) * index(plain_->layers());
  for (int one : counted) expected *= std::min<std::size_t>(index(problem_.carers[index(carer_)].most_of_kind[index(one)]) + 1, k_most_counted_nodes);
  if (expected > k_most_counted_nodes) return false;
  auto states = std::make_shared<RowStates>(problem_, rows_, carer_, counted);
  const std::size_t nodes = index(problem_.days + 1) * index(states->states()) * index(states->layers());
  if (nodes > k_most_counted_nodes) return false;
  counted_ = std::move(counted);
  counting_ = std::move(states);
  return true;
}

/// Kinds had too often are made dearer until they are not: a row that keeps the rules, perhaps not the cheapest.
std::optional<PricedRow> BestRow::find_by_prices(std::vector<double> prices, const std::vector<std::uint64_t>& choices, RowScratch& scratch) const {
  const std::size_t kinds = problem_.kinds.size() + 1;
  std::vector<double> extra(kinds, 0);
  double largest = 0;
  for (double price : prices) largest = std::max(largest, std::abs(price));
  for (int round = 0; round < k_dearer_rounds; ++round) {
    set_prices(prices, choices, scratch);
    if (fill(scratch) != Filled::yes) return std::nullopt;
    auto found = read_back(scratch);
    if (!found) return std::nullopt;
    const int kind = broken_kind(found->row);
    if (kind == k_off) {
      found->bound = k_exactly;  // not known
      return found;
    }
    const double more = std::max({1.0, largest * k_first_dearer, extra[index(kind)]});
    extra[index(kind)] += more;
    for (std::size_t day = 0; day < index(problem_.days); ++day) prices[day * kinds + index(kind + 1)] += more;
  }
  return std::nullopt;
}

/// `kind` is one that is had too often without counting.
std::optional<PricedRow> BestRow::find_by_counting(const std::vector<double>& prices, const std::vector<std::uint64_t>& choices, RowScratch& scratch, int kind, bool* gave_up) {
  std::optional<PricedRow> found;
  for (;;) {
    if (std::find(counted_.begin(), counted_.end(), kind) == counted_.end() && !count(kind)) {
      found = find_by_prices(prices, choices, scratch);
      if (!found && gave_up != nullptr) *gave_up = true;
      return found;
    }
    states_ = counting_;
    set_prices(prices, choices, scratch);
    const Filled filled = fill(scratch);
    if (filled == Filled::too_large && gave_up != nullptr) *gave_up = true;
    if (filled != Filled::yes) return std::nullopt;
    found = read_back(scratch);
    if (!found) return std::nullopt;
    kind = broken_kind(found->row);
    if (kind == k_off) return found;
  }
}

std::optional<PricedRow> BestRow::find(const std::vector<double>& prices, const std::vector<std::uint64_t>& choices, RowScratch& scratch, double aim, bool* gave_up) {
  const std::size_t kinds = problem_.kinds.size() + 1;
  const auto price_of = [&](const std::vector<int>& row) {
    double price = 0;
    for (std::size_t day = 0; day < row.size(); ++day) price += prices[day * kinds + index(row[day] + 1)];
    return price;
  };
  states_ = plain_;
  set_prices(prices, choices, scratch);
  const Filled filled = fill(scratch);
  if (filled == Filled::too_large && gave_up != nullptr) *gave_up = true;
  if (filled != Filled::yes) return std::nullopt;
  auto found = read_back(scratch);
  if (!found) return std::nullopt;
  const int kind = broken_kind(found->row);
  const double bound = found->bound;
  if (kind != k_off) {
    bool enough = false;
    if (aim != k_exactly) {
      found = find_by_prices(prices, choices, scratch);
      enough = found && (aim == k_any || (price_of(found->row) < aim && price_of(found->row) - aim <= (bound - aim) / 2));
    }
    if (!enough) found = find_by_counting(prices, choices, scratch, kind, gave_up);
    if (!found) return std::nullopt;
  }
  // Of a row that was not proved the cheapest the bound is that of the rules but for the limits on kinds.
  const bool exact = found->bound != k_exactly;
  if (!exact) found->bound = bound;
  found->price = price_of(found->row);
  if (exact) found->bound = found->price;
  return found;
}

}  // namespace laoyou::roster
