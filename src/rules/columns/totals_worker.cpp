#include <algorithm>

#include "base/check.h"
#include "rules/columns/totals.h"

namespace laoyou::rules {
namespace {

// One row in so many: below that, looking up each row's group alone is less work than all of them in order.
constexpr std::size_t k_few = 6;

// Calls `use` for every set bit, ascending.
template <class Use>
void each_bit(const std::uint64_t* mask, std::size_t words, const Use& use) {
  for (std::size_t word = 0; word < words; ++word)
    for (std::uint64_t bits = mask[word]; bits != 0; bits &= bits - 1) use(word * 64 + static_cast<std::size_t>(__builtin_ctzll(bits)));
}

bool any(const std::uint64_t* mask, std::size_t words) {
  std::uint64_t all = 0;
  for (std::size_t word = 0; word < words; ++word) all |= mask[word];
  return all != 0;
}

}  // namespace

TotalsWorker::TotalsWorker(const Program& program, const RecordTotals& totals, const RecordGroups& groups, std::size_t group_count, std::span<const std::int64_t> weights)
    : program_(program), totals_(totals), groups_(groups), group_count_(group_count), weights_(weights), kernels_(kernels()), masks_(program, totals.domain, totals.masks),
      accounts_(totals.aggregates.size()), counted_(totals.counted.size()), group_of_lane_(k_chunk_rows), waiting_(2 * k_chunk_rows + 64) {
  if (totals.any_visited) visited_ = std::make_unique<Frame>(program, totals.domain, totals.visited);
  clear();
}

void TotalsWorker::clear() {
  waiting_count_ = 0;
  for (std::vector<Account>* accounts : {&accounts_, &counted_})
    for (Account& account : *accounts) account.selected.n = account.undecided.n = account.missing.n = account.number.n = 0;
  for (Account& each : counted_) each.cells.assign(group_count_, Cell{});
  for (std::size_t at = 0; at < accounts_.size(); ++at) {
    const Aggregate& aggregate = totals_.aggregates[at];
    const std::int64_t start = aggregate.function == Function::min ? INT64_MAX : aggregate.function == Function::max ? INT64_MIN : 0;
    accounts_[at].cells.assign(group_count_, Cell{0, 0, 0, start});
    accounts_[at].wide.assign(aggregate.wide ? group_count_ : 0, 0);
    accounts_[at].different.clear();
    accounts_[at].different_when_sorted = 0;
  }
}

std::size_t TotalsWorker::bytes() const {
  std::size_t all = masks_.bytes() + (visited_ ? visited_->bytes() : 0) + group_of_lane_.size() * sizeof(std::uint32_t) + waiting_.size() * sizeof(std::int32_t);
  all += counted_.size() * group_count_ * sizeof(Cell);
  for (const Account& account : accounts_)
    all += (account.selected.rows.size() + account.undecided.rows.size() + account.missing.rows.size() + account.number.rows.size()) * sizeof(std::int32_t) +
           account.cells.size() * sizeof(Cell) + account.wide.size() * sizeof(Wide) + account.different.capacity() * sizeof(account.different[0]);
  return all;
}

void TotalsWorker::visit(std::size_t first, std::size_t end) {
  for (; first < end; first += k_chunk_rows) visit_chunk(first, std::min(k_chunk_rows, end - first));
}

void TotalsWorker::need_groups() {
  if (groups_known_) return;
  groups_known_ = true;
  if (rows_ != nullptr) groups_.of_rows(rows_, n_, group_of_lane_.data());
  else groups_.of_stretch(first_, n_, group_of_lane_.data());
}

void TotalsWorker::count(const std::uint64_t* mask, std::int64_t Cell::*what, Waiting Account::*later, Account& account) {
  if (!weights_.empty()) {
    need_groups();
    each_bit(mask, words_, [&](std::size_t lane) { account.cells[group_of_lane_[lane]].*what += weights_[first_ + lane]; });
    return;
  }
  if (groups_.column == nullptr) {
    account.cells[groups_.single].*what += kernels_.count(mask, words_);
    return;
  }
  const std::int64_t bits = kernels_.count(mask, words_);
  if (bits == 0) return;
  if (rows_ == nullptr && !groups_known_ && static_cast<std::size_t>(bits) * k_few <= n_) {
    Waiting& waiting = account.*later;
    if (waiting.rows.empty()) waiting.rows.resize(2 * k_chunk_rows + 64);
    // Hardly any: most words are zero, and a processor guesses that.
    if (static_cast<std::size_t>(bits) < words_ / 2) each_bit(mask, words_, [&](std::size_t lane) { waiting.rows[waiting.n++] = static_cast<std::int32_t>(first_ + lane); });
    else waiting.n += kernels_.rows_of(mask, words_, static_cast<std::int32_t>(first_), waiting.rows.data() + waiting.n);
    if (waiting.n >= k_chunk_rows) count_waiting(what, later, account);
    return;
  }
  need_groups();
  Cell* const cells = account.cells.data();
  const std::uint32_t* const group = group_of_lane_.data();
  each_bit(mask, words_, [&](std::size_t lane) { ++(cells[group[lane]].*what); });
}

void TotalsWorker::count_waiting(std::int64_t Cell::*what, Waiting Account::*later, Account& account) {
  Waiting& waiting = account.*later;
  groups_.of_rows(waiting.rows.data(), waiting.n, waiting_groups_);
  for (std::size_t at = 0; at < waiting.n; ++at) ++(account.cells[waiting_groups_[at]].*what);
  waiting.n = 0;
}

void TotalsWorker::sort_different(Account& account) {
  std::sort(account.different.begin(), account.different.end());
  account.different.erase(std::unique(account.different.begin(), account.different.end()), account.different.end());
  account.different_when_sorted = account.different.size();
}

// `selected` is used up: of it stay the rows with a value.
void TotalsWorker::add_values(const Aggregate& aggregate, const Register& value, std::uint64_t* selected, Account& account) {
  if (value.valid != nullptr) {
    std::uint64_t missing[k_chunk_words];
    for (std::size_t word = 0; word < words_; ++word) {
      missing[word] = selected[word] & ~value.valid[word];
      selected[word] &= value.valid[word];
    }
    count(missing, &Cell::missing, &Account::missing, account);
  }
  const bool adds = aggregate.function == Function::sum || aggregate.function == Function::avg;
  if (adds && !aggregate.wide && groups_.column == nullptr && weights_.empty()) {
    account.cells[groups_.single].number += kernels_.masked_sum(value.values, selected, words_);
    return;
  }
  if (!any(selected, words_)) return;
  need_groups();
  Cell* const cells = account.cells.data();
  const std::uint32_t* const group = group_of_lane_.data();
  const std::int64_t* const values = value.values;
  if (adds && !weights_.empty()) {
    each_bit(selected, words_, [&](std::size_t lane) {
      if (aggregate.wide) account.wide[group[lane]] += Wide{values[lane]} * weights_[first_ + lane];
      else cells[group[lane]].number += values[lane] * weights_[first_ + lane];
    });
    return;
  }
  switch (aggregate.function) {
    case Function::sum:
    case Function::avg:
      if (aggregate.wide) each_bit(selected, words_, [&](std::size_t lane) { account.wide[group[lane]] += values[lane]; });
      else each_bit(selected, words_, [&](std::size_t lane) { cells[group[lane]].number += values[lane]; });
      return;
    case Function::min: return each_bit(selected, words_, [&](std::size_t lane) { cells[group[lane]].number = std::min(cells[group[lane]].number, values[lane]); });
    case Function::max: return each_bit(selected, words_, [&](std::size_t lane) { cells[group[lane]].number = std::max(cells[group[lane]].number, values[lane]); });
    case Function::distinct:
      each_bit(selected, words_, [&](std::size_t lane) { account.different.emplace_back(group[lane], values[lane]); });
      if (account.different.size() > 2 * account.different_when_sorted + 65'536) sort_different(account);
      return;
    default: CHECK(false);
  }
}

// Rows of an aggregate over all rows that its masks do not settle.
void TotalsWorker::leave_open(const Aggregate& aggregate, std::uint64_t* open) const {
  const std::uint64_t* const absent = aggregate.absent >= 0 && !aggregate.never_absent ? masks_.at(aggregate.absent).yes : nullptr;
  const std::uint64_t* const zero = aggregate.zero >= 0 ? masks_.at(aggregate.zero).yes : nullptr;
  for (std::size_t word = 0; word < words_; ++word) open[word] |= live_[word] & ~((absent ? absent[word] : 0) | (zero ? zero[word] : 0));
}

// How a chunk is totalled. Each row is a lane, a bit of a mask. The masks that all aggregates share are computed first. Then each aggregate narrows
// the live lanes to those that its condition selects, counting on the way those it cannot decide; of the selected ones it counts what its inner
// condition holds for, or adds its values. An aggregate that asks for related rows (visited) cannot be settled by masks: its lanes stay open, and the
// rows of all open lanes wait until a chunk of them is full, to be visited one by one.
void TotalsWorker::visit_chunk(std::size_t first, std::size_t n) {
  begin_chunk(first, n);
  count_conditions();
  Mask open = {};
  for (std::size_t at = 0; at < accounts_.size(); ++at) {
    const Aggregate& aggregate = totals_.aggregates[at];
    if (aggregate.visited && aggregate.condition < 0) leave_open(aggregate, open);
    else total_selected(aggregate, accounts_[at], open);
  }
  if (!totals_.any_visited) return;
  waiting_count_ += kernels_.rows_of(open, words_, static_cast<std::int32_t>(first), waiting_.data() + waiting_count_);
  if (waiting_count_ >= k_chunk_rows) visit_rows();
}

void TotalsWorker::begin_chunk(std::size_t first, std::size_t n) {
  masks_.run_stretch(first, n);
  rows_ = nullptr;
  first_ = first;
  n_ = n;
  words_ = (n + 63) / 64;
  groups_known_ = false;
  std::fill_n(live_, words_, ~std::uint64_t{0});
  if (n % 64 != 0) live_[words_ - 1] = (std::uint64_t{1} << n % 64) - 1;
}

// What is counted for itself, not for an aggregate.
void TotalsWorker::count_conditions() {
  Mask mask;
  for (std::size_t at = 0; at < counted_.size(); ++at) {
    const Register& counted = masks_.at(totals_.counted[at]);
    if (n_ == k_chunk_rows) {
      count(counted.yes, &Cell::missing, &Account::missing, counted_[at]);
      continue;
    }
    each_word([&](std::size_t word) { mask[word] = live_[word] & counted.yes[word]; });
    count(mask, &Cell::missing, &Account::missing, counted_[at]);
  }
}

void TotalsWorker::total_selected(const Aggregate& aggregate, Account& account, std::uint64_t* open) {
  Mask selected;
  std::copy_n(live_, words_, selected);
  if (aggregate.condition >= 0) select(aggregate, selected, account);
  if (aggregate.inner >= 0) count_inner(masks_.at(aggregate.inner), selected, account);
  else if (aggregate.visited) open_selected(aggregate, selected, open, account);
  else if (aggregate.value >= 0) add_values(aggregate, masks_.at(aggregate.value), selected, account);
}

// Narrows the lanes to those for which the condition holds; those it cannot decide are counted.
void TotalsWorker::select(const Aggregate& aggregate, std::uint64_t* selected, Account& account) {
  const Register& condition = masks_.at(aggregate.condition);
  each_word([&](std::size_t word) { selected[word] &= condition.yes[word]; });
  if (aggregate.undecided_field < 0) {
    Mask undecided;
    each_word([&](std::size_t word) { undecided[word] = live_[word] & ~(condition.yes[word] | condition.no[word]); });
    count(undecided, &Cell::undecided, &Account::undecided, account);
  }
  count(selected, &Cell::selected, &Account::selected, account);
}

// A share: of the selected lanes, those for which the inner condition holds and those it cannot decide.
void TotalsWorker::count_inner(const Register& inner, const std::uint64_t* selected, Account& account) {
  Mask mask;
  each_word([&](std::size_t word) { mask[word] = selected[word] & ~(inner.yes[word] | inner.no[word]); });
  count(mask, &Cell::missing, &Account::missing, account);
  each_word([&](std::size_t word) { mask[word] = selected[word] & inner.yes[word]; });
  count(mask, &Cell::number, &Account::number, account);
}

// Selected lanes of an aggregate over related rows: absent ones are counted, those known to be zero are done, the others are visited.
void TotalsWorker::open_selected(const Aggregate& aggregate, std::uint64_t* selected, std::uint64_t* open, Account& account) {
  if (aggregate.absent >= 0 && !aggregate.never_absent) {
    const Register& absent = masks_.at(aggregate.absent);
    Mask mask;
    each_word([&](std::size_t word) { mask[word] = selected[word] & absent.yes[word]; });
    count(mask, &Cell::missing, &Account::missing, account);
    each_word([&](std::size_t word) { selected[word] &= ~absent.yes[word]; });
  }
  const std::uint64_t* const zero = aggregate.zero >= 0 ? masks_.at(aggregate.zero).yes : nullptr;
  each_word([&](std::size_t word) { open[word] |= selected[word] & (zero ? ~zero[word] : ~std::uint64_t{0}); });
}

// Visits up to a chunk of the rows that wait. What masks told of them already is left out here: undecided ones, and missing values that were counted.
void TotalsWorker::visit_rows() {
  n_ = std::min(waiting_count_, k_chunk_rows);
  words_ = (n_ + 63) / 64;
  rows_ = waiting_.data();
  groups_known_ = false;
  visited_->run_rows(rows_, n_);
  std::uint64_t selected[k_chunk_words];
  for (std::size_t at = 0; at < accounts_.size(); ++at) {
    const Aggregate& aggregate = totals_.aggregates[at];
    if (!aggregate.visited) continue;
    Register value = visited_->at(aggregate.value);
    for (std::size_t word = 0; word < words_; ++word) {
      selected[word] = word + 1 == words_ && n_ % 64 != 0 ? (std::uint64_t{1} << n_ % 64) - 1 : ~std::uint64_t{0};
      if (aggregate.condition >= 0) selected[word] &= visited_->at(aggregate.condition).yes[word];
      if (aggregate.absent >= 0 && value.valid != nullptr) selected[word] &= value.valid[word];
    }
    if (aggregate.absent >= 0) value.valid = nullptr;
    add_values(aggregate, value, selected, accounts_[at]);
  }
  std::copy(waiting_.begin() + static_cast<std::ptrdiff_t>(n_), waiting_.begin() + static_cast<std::ptrdiff_t>(waiting_count_), waiting_.begin());
  waiting_count_ -= n_;
}

void TotalsWorker::finish() {
  while (waiting_count_ > 0) visit_rows();
  for (std::vector<Account>* accounts : {&accounts_, &counted_})
    for (Account& account : *accounts) {
      count_waiting(&Cell::selected, &Account::selected, account);
      count_waiting(&Cell::undecided, &Account::undecided, account);
      count_waiting(&Cell::missing, &Account::missing, account);
      count_waiting(&Cell::number, &Account::number, account);
      sort_different(account);
    }
}

void TotalsWorker::merge(const TotalsWorker& other) {
  for (std::size_t at = 0; at < counted_.size(); ++at)
    for (std::size_t group = 0; group < group_count_; ++group) counted_[at].cells[group].missing += other.counted_[at].cells[group].missing;
  for (std::size_t at = 0; at < accounts_.size(); ++at) {
    Account& account = accounts_[at];
    const Account& more = other.accounts_[at];
    const Function function = totals_.aggregates[at].function;
    for (std::size_t group = 0; group < group_count_; ++group) {
      Cell& cell = account.cells[group];
      const Cell& added = more.cells[group];
      cell.selected += added.selected;
      cell.undecided += added.undecided;
      cell.missing += added.missing;
      if (function == Function::min) cell.number = std::min(cell.number, added.number);
      else if (function == Function::max) cell.number = std::max(cell.number, added.number);
      else cell.number += added.number;
    }
    for (std::size_t group = 0; group < account.wide.size(); ++group) account.wide[group] += more.wide[group];
    account.different.insert(account.different.end(), more.different.begin(), more.different.end());
    sort_different(account);
  }
}

Tally TotalsWorker::tally(std::size_t at, std::size_t group, const std::vector<std::int64_t>& missing, const std::vector<std::int64_t>& undecided) const {
  const Aggregate& aggregate = totals_.aggregates[at];
  const Account& account = accounts_[at];
  const Cell& cell = account.cells[group];
  Tally tally;
  tally.selected = aggregate.condition < 0 ? groups_.rows[group] : cell.selected;
  tally.undecided = aggregate.undecided_field >= 0 ? undecided[group] : cell.undecided;
  if (aggregate.function == Function::count || aggregate.function == Function::exists) return tally;
  tally.valued = tally.selected - cell.missing - (aggregate.visited && aggregate.missing_field >= 0 ? missing[group] : 0);
  for (const auto& [counted, sign] : aggregate.absent_counts) tally.valued -= sign * counted_[static_cast<std::size_t>(counted)].cells[group].missing;
  switch (aggregate.function) {
    case Function::min:
      if (tally.valued > 0) tally.least = cell.number;
      break;
    case Function::max:
      if (tally.valued > 0) tally.greatest = cell.number;
      break;
    case Function::distinct: {
      const auto low = std::lower_bound(account.different.begin(), account.different.end(), std::pair(static_cast<std::uint32_t>(group), INT64_MIN));
      const auto high = std::lower_bound(low, account.different.end(), std::pair(static_cast<std::uint32_t>(group) + 1, INT64_MIN));
      tally.sum = high - low;
      break;
    }
    default: tally.sum = aggregate.wide ? account.wide[group] : Wide{cell.number};
  }
  return tally;
}

}  // namespace laoyou::rules
