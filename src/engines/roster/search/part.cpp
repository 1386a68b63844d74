#include "engines/roster/search/part.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "base/random.h"
#include "engines/roster/search/workers.h"

namespace laoyou::roster {
namespace {

constexpr double k_cheaper = 1e-6;       // a row comes into the program if it saves more than this
constexpr double k_steady = 0.5;         // share of the prices that gave the best bound
constexpr double k_whole = 0.99;         // a share above it is one
constexpr std::size_t k_rounds_watched = 12;  // in which the program must become cheaper
constexpr std::int64_t k_work_of_a_tail = 1'000'000'000;  // where the whole has taken more than this
constexpr std::int64_t k_work_of_a_piece = 100'000'000;   // and a piece
constexpr double k_little = 0.003;            // by this share of all that it has, else its tail is not worth the time
constexpr int k_more_columns = 4;        // further rows of each carer, to choose among
constexpr double k_blur = 0.4;           // how far prices are blurred to find them, in the gap to be closed
constexpr std::size_t k_part_fixed_at_once = 10;  // one in so many of the carers who have no row yet
constexpr int k_rounds_a_fix = 8;        // of generating columns after rows were fixed
constexpr std::size_t k_part_fixed_in_hurry = 6;
constexpr int k_rounds_a_fix_in_hurry = 4;
constexpr int k_rounds_a_fix_of_a_piece = 3;
constexpr double k_far = 0.2;            // of the price
constexpr std::int64_t k_work_a_pivot = 3;  // times the rows of the program

std::size_t index(int value) { return static_cast<std::size_t>(value); }

/// Where nothing has become cheaper yet the beginning is still ahead.
bool hardly_falls(const std::vector<double>& values) {
  return values.size() > k_rounds_watched && values[values.size() - 1 - k_rounds_watched] - values.back() < k_little * (values.front() - values.back());
}

std::vector<double> mixed(const std::vector<double>& one, const std::vector<double>& other, double share) {
  std::vector<double> mixed;
  for (std::size_t i = 0; i < one.size(); ++i) mixed.push_back(share * one[i] + (1 - share) * other[i]);
  return mixed;
}

/// From 0 to 1, the same for equal rows and seeds.
double drawn_share(const std::vector<int>& row, std::uint64_t seed) {
  for (int kind : row) seed = SeededRandom(seed + static_cast<std::uint64_t>(kind - k_off)).next();
  return SeededRandom(seed).unit();
}

}  // namespace

struct PartSearch::Setup {
  std::vector<int> outside, wanted;
  std::vector<char> open;
};

namespace {

std::vector<int> given_outside(const Ground& ground, const Plan& plan, const Piece& part) {
  std::vector<int> given = ground.covering.given(plan);
  for (int carer : part.carers)
    for (int day = 0; day < ground.problem.days; ++day)
      if (const int kind = plan.days[index(carer)][index(day)]; kind != k_off) --given[ground.covering.slot(day, kind)];
  return given;
}

std::vector<char> open_slots(const Ground& ground, const Piece& part) {
  std::vector<char> open(ground.covering.slots(), 0);
  for (const auto& choices : part.choices)
    for (int day = 0; day < ground.problem.days; ++day) {
      if (std::has_single_bit(choices[index(day)])) continue;
      for (int kind = 0; kind < static_cast<int>(ground.problem.kinds.size()); ++kind)
        if ((choices[index(day)] >> (kind + 1)) & 1U) open[ground.covering.slot(day, kind)] = 1;
    }
  return open;
}

std::vector<int> wanted_inside(const Ground& ground, const std::vector<int>& outside) {
  std::vector<int> wanted(outside.size(), 0);
  for (std::size_t slot = 0; slot < outside.size(); ++slot)
    if (const Cover* const cover = ground.covering.at(slot)) wanted[slot] = cover->wanted - outside[slot];
  return wanted;
}

}  // namespace

PartSearch::PartSearch(const Ground& ground, const Plan& plan, const Piece& part, const PartEffort& effort)
    : PartSearch(ground, plan, part, effort, [&] {
        Setup setup{given_outside(ground, plan, part), {}, open_slots(ground, part)};
        setup.wanted = wanted_inside(ground, setup.outside);
        return setup;
      }()) {}

PartSearch::PartSearch(const Ground& ground, const Plan& plan, const Piece& part, const PartEffort& effort, Setup setup)
    : ground_(ground), plan_(plan), part_(part), effort_(effort), outside_(std::move(setup.outside)), open_(setup.open),
      master_(ground.covering, setup.wanted, std::move(setup.open), static_cast<int>(part.carers.size())), scratch_(index(std::max(1, effort.threads))) {
  const std::vector<int> given = ground.covering.given(plan);
  for (std::size_t slot = 0; slot < open_.size(); ++slot) (open_[slot] ? standing_ : elsewhere_) += ground.covering.price(slot, given[slot]);
  std::vector<char> inside(plan.days.size(), 0);
  for (std::size_t i = 0; i < part.carers.size(); ++i) {
    const int carer = part.carers[i];
    inside[index(carer)] = 1;
    finders_.push_back(ground.finders[index(carer)]);
    standing_ += ground.rows.cost(carer, plan.days[index(carer)]).price;
    master_.add(column_of(i, plan.days[index(carer)]));
  }
  for (std::size_t carer = 0; carer < plan.days.size(); ++carer)
    if (!inside[carer]) elsewhere_ += ground.rows.cost(static_cast<int>(carer), plan.days[carer]).price;
}

std::int64_t PartSearch::work() const {
  std::int64_t work = master_.pivots() * master_.rows() * k_work_a_pivot;
  for (const RowScratch& one : scratch_) work += one.work;
  return work;
}

std::vector<double> PartSearch::prices_of(std::size_t position, const std::vector<double>& worth) const {
  std::vector<double> prices = ground_.own[index(part_.carers[position])];
  for (int day = 0; day < ground_.problem.days; ++day)
    for (int kind = 0; kind < static_cast<int>(ground_.problem.kinds.size()); ++kind) prices[ground_.price_at(day, kind)] -= worth[ground_.covering.slot(day, kind)];
  return prices;
}

/// A row of the carer at that position. Going aside, every row has a little added to its price, drawn for it and less than what the rows that stand have:
/// of rosters that cost the same another one is the cheapest.
Column PartSearch::column_of(std::size_t position, std::vector<int> row) const {
  double price = static_cast<double>(ground_.rows.cost(part_.carers[position], row).price);
  if (effort_.aside) {
    const bool stands = row == plan_.days[index(part_.carers[position])];
    price += k_aside / static_cast<double>(part_.carers.size()) * (stands ? 1 : drawn_share(row, effort_.seed));
  }
  return {static_cast<int>(position), std::move(row), price};
}

/// Asks each carer that is not fixed for her best row at these prices of the slots. How many rows were added that are cheaper at the program's own; `least`
/// is what the rows of those asked cost together at least.
int PartSearch::price_rows(const std::vector<char>& fixed, const Prices& prices, bool& complete, double& least) {
  std::vector<std::optional<PricedRow>> found(part_.carers.size());
  share_out(effort_.threads, found.size(), [&](std::size_t i, int thread) {
    if (!fixed[i]) found[i] = finders_[i].find(prices_of(i, prices.worth), part_.choices[i], scratch_[index(thread)], prices.thresholds[i] - k_cheaper);
  });
  int added = 0;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (fixed[i]) continue;
    if (!found[i]) {
      complete = false;
      continue;
    }
    least += found[i]->bound;
    Column column = column_of(i, std::move(found[i]->row));
    if (master_.reduced_price(column) > -k_cheaper) continue;
    master_.add(std::move(column));
    ++added;
  }
  return added;
}

void PartSearch::price_by_guide() {
  std::vector<double> worth = *effort_.guide;
  for (std::size_t slot = 0; slot < worth.size(); ++slot)
    if (!open_[slot]) worth[slot] = 0;
  for (std::size_t i = 0; i < part_.carers.size(); ++i) {
    auto found = finders_[i].find(prices_of(i, worth), part_.choices[i], scratch_[0], BestRow::k_any);
    if (!found) continue;
    master_.add(column_of(i, std::move(found->row)));
  }
}

PartSearch::Prices PartSearch::prices() const {
  Prices prices{worth(), {}};
  for (int i = 0; i < static_cast<int>(part_.carers.size()); ++i) prices.thresholds.push_back(master_.threshold(i));
  return prices;
}

/// What no mix of rows costs less than, by the prices of the slots and what each carer's rows cost at them at least.
double PartSearch::bound_by(const std::vector<double>& worth, double least) const {
  double bound = least;
  for (std::size_t slot = 0; slot < worth.size(); ++slot) bound += worth[slot] * master_.wanted(slot);
  return bound;
}

/// So much can be gained that any good roster will do.
bool PartSearch::far() const { return limit() - master_.value() > k_far * std::abs(limit()); }

/// The program's prices swing widely at first: rows are asked for at prices between them and those that gave the best bound (Wentges 1997).
void PartSearch::generate() {
  if (effort_.guide != nullptr) price_by_guide();
  const std::vector<char> none(part_.carers.size(), 0);
  bound_ = -1e300;
  std::optional<Prices> steady;
  std::vector<double> values;
  for (int round = 0; round < effort_.rounds; ++round) {
    if (!master_.solve()) return;
    solved_ = master_.columns().size();
    if (stopped() || (effort_.stop_columns && effort_.stop_columns())) return;
    values.push_back(master_.value());
    settled_ = prices();
    settled_value_ = master_.value();
    if (work() > (effort_.only_better ? k_work_of_a_piece : k_work_of_a_tail) && hardly_falls(values)) return;
    const Prices& own = settled_;
    int added = 0;
    for (const double share : {steady && !effort_.only_better ? k_steady : 0.0, 0.0}) {
      Prices asked = share > 0 ? Prices{mixed(steady->worth, own.worth, share), mixed(steady->thresholds, own.thresholds, share)} : own;
      bool complete = true;
      double least = 0;
      added = price_rows(none, asked, complete, least);
      if (const double bound = bound_by(asked.worth, least); complete && bound > bound_) {
        bound_ = bound;
        bounded_ = true;
        steady = std::move(asked);
      }
      if (added > 0 || share == 0) break;
    }
    closed_ = bounded_ && bound_ > limit();
    if (closed_ && effort_.only_better) return;
    if (added == 0) return;
  }
}

/// More rows that a better roster could hold: the best ones for prices blurred a little, as long as their true price is within the gap.
void PartSearch::add_near_rows() {
  const double gap = limit() - master_.value();
  const std::vector<double> worth = this->worth();
  SeededRandom random(effort_.seed);
  for (std::size_t i = 0; i < part_.carers.size() && !stopped(); ++i) {
    const std::vector<double> prices = prices_of(i, worth);
    for (int pass = 0; pass < k_more_columns; ++pass) {
      std::vector<double> blurred = prices;
      for (double& price : blurred) price += random.unit() * gap * k_blur;
      auto found = finders_[i].find(blurred, part_.choices[i], scratch_[0], BestRow::k_any);
      if (!found) break;
      double price = -master_.threshold(static_cast<int>(i));
      for (int day = 0; day < ground_.problem.days; ++day) price += prices[ground_.price_at(day, found->row[index(day)])];
      if (price >= gap || master_.has(static_cast<int>(i), found->row)) continue;
      master_.add(column_of(i, std::move(found->row)));
    }
  }
}

std::vector<Column> PartSearch::good_columns() const {
  std::vector<Column> good;
  for (std::size_t i = 0; i < solved_; ++i)
    if (master_.reduced_price(i) < k_cheaper) good.push_back(master_.columns()[i]);
  for (Column& one : good) {
    one.carer = part_.carers[index(one.carer)];
    one.price = static_cast<double>(ground_.rows.cost(one.carer, one.row).price);
  }
  return good;
}

std::vector<double> PartSearch::worth() const {
  std::vector<double> worth(open_.size(), 0);
  for (std::size_t slot = 0; slot < worth.size(); ++slot) worth[slot] = master_.worth(slot);
  return worth;
}

std::vector<std::vector<int>> PartSearch::rows_of(const std::vector<std::size_t>& columns) const {
  std::vector<std::vector<int>> rows;
  for (std::size_t column : columns) rows.push_back(master_.columns()[column].row);
  return rows;
}

bool PartSearch::better(const std::vector<std::vector<int>>& rows) const {
  std::vector<int> given = outside_;
  std::int64_t price = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    price += ground_.rows.cost(part_.carers[i], rows[i]).price;
    for (std::size_t day = 0; day < rows[i].size(); ++day)
      if (rows[i][day] != k_off) ++given[ground_.covering.slot(static_cast<int>(day), rows[i][day])];
  }
  for (std::size_t slot = 0; slot < given.size(); ++slot)
    if (open_[slot]) price += ground_.covering.price(slot, given[slot]);
  if (!effort_.aside || price != standing_) return price < standing_;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (rows[i] != plan_.days[index(part_.carers[i])]) return true;
  return false;
}

/// Fixes the rows with the largest shares, generates what suits the rest, and so on until every carer has one row.
std::vector<std::vector<int>> PartSearch::dive() {
  const std::size_t carers = part_.carers.size();
  std::vector<char> fixed(carers, 0);
  std::vector<std::size_t> chosen(carers, 0);
  for (std::size_t left = carers; left > 0;) {
    std::vector<std::pair<double, std::size_t>> largest(carers, {-1, 0});
    for (std::size_t i = 0; i < master_.columns().size(); ++i) {
      const auto carer = index(master_.columns()[i].carer);
      if (!fixed[carer] && master_.share(i) > largest[carer].first) largest[carer] = {master_.share(i), i};
    }
    const bool at_once = !effort_.only_better && stopped(), hurry = effort_.hurry && effort_.hurry();
    std::vector<double> tops;
    for (std::size_t carer = 0; carer < carers; ++carer)
      if (!fixed[carer] && largest[carer].first <= k_whole) tops.push_back(largest[carer].first);
    std::sort(tops.rbegin(), tops.rend());
    const std::size_t most = std::max<std::size_t>(1, tops.size() / (hurry ? k_part_fixed_in_hurry : k_part_fixed_at_once));
    const double enough = tops.empty() ? 1 : tops[most - 1];
    std::size_t taken = 0;
    for (std::size_t carer = 0; carer < carers; ++carer) {
      if (fixed[carer]) continue;
      const bool whole = largest[carer].first > k_whole || at_once;
      if (!whole && (largest[carer].first < enough || taken == most)) continue;
      taken += !whole;
      fixed[carer] = 1;
      chosen[carer] = largest[carer].second;
      master_.fix(chosen[carer]);
      --left;
    }
    if (left == 0) break;
    const int rounds = effort_.only_better ? k_rounds_a_fix_of_a_piece : hurry ? k_rounds_a_fix_in_hurry : k_rounds_a_fix;
    for (int round = 0; round <= rounds; ++round) {
      if (!master_.solve()) return {};
      if (effort_.only_better && stopped()) return {};
      if (round == rounds) break;
      bool complete = true;
      double least = 0;
      if (price_rows(fixed, prices(), complete, least) == 0) break;
    }
    if (effort_.only_better && master_.value() > limit()) return {};
  }
  return rows_of(chosen);
}

std::vector<std::vector<int>> PartSearch::run() {
  generate();
  if ((closed_ || stopped()) && effort_.only_better) return {};
  std::vector<std::size_t> chosen;
  if (effort_.nodes > 0 && !far()) {
    if (!master_.solve()) return {};
    add_near_rows();
    if (!master_.solve()) return {};
    chosen = master_.choose(limit() - master_.value() + k_cheaper, limit(), effort_.nodes, effort_.stop);
    if (stopped() && chosen.empty()) return {};
    if (!chosen.empty()) {
      auto rows = rows_of(chosen);
      if (better(rows)) return rows;
    }
  }
  auto rows = dive();
  if (rows.empty() || (effort_.only_better && !better(rows))) return {};
  return rows;
}

}  // namespace laoyou::roster
