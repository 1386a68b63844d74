#include "engines/roster/search/search.h"

#include <algorithm>
#include <cmath>

#include "engines/roster/search/workers.h"

namespace laoyou::roster {
namespace {

constexpr double k_columns_until = 0.35;  // share of the time in which columns of the whole are generated
constexpr double k_unhurried_until = 0.6;
constexpr double k_whole_until = 0.75;    // and a first roster is chosen from them
constexpr int k_rounds_of_columns = 400;
constexpr int k_rounds_one_by_one = 6;
constexpr double k_one_by_one_until = 0.1;  // of the time
constexpr std::size_t k_tasks_at_once = 4;  // whatever the number of threads, so that the answer does not depend on it
constexpr std::size_t k_tasks_near = 2;  // of them look only for what is cheaper; the others go aside as well
constexpr std::int64_t k_steps_to_aside = 40;
constexpr int k_nodes = 60;
constexpr std::int64_t k_steps_to_pool = 40;  // before a whole roster is chosen from all rows met
constexpr double k_near = 0.15;                // of the price
constexpr double k_near_for_pool = 0.05;

std::size_t index(int value) { return static_cast<std::size_t>(value); }

}  // namespace

Search::Search(const Ground& ground, Plan begin, std::vector<int> carers) : ground_(ground), plan_(std::move(begin)), carers_(std::move(carers)), price_(ground.price(plan_)), pool_(ground, carers_) {}

void Search::tell() const {
  if (options_.progress) options_.progress(share(), price_, bound_);
}

/// Each carer in turn gets the row that is best beside the rows of all others.
void Search::improve_one_by_one() {
  std::vector<int> given = ground_.covering.given(plan_);
  RowScratch scratch;
  std::vector<BestRow> finders = ground_.finders;
  const auto count = [&](int carer, int by) {
    for (int day = 0; day < ground_.problem.days; ++day)
      if (const int kind = plan_.days[index(carer)][index(day)]; kind != k_off) given[ground_.covering.slot(day, kind)] += by;
  };
  for (int round = 0; round < k_rounds_one_by_one; ++round) {
    bool changed = false;
    for (int carer : carers_) {
      count(carer, -1);
      std::vector<double> prices = ground_.own[index(carer)];
      for (int day = 0; day < ground_.problem.days; ++day)
        for (int kind = 0; kind < static_cast<int>(ground_.problem.kinds.size()); ++kind) {
          const std::size_t slot = ground_.covering.slot(day, kind);
          prices[ground_.price_at(day, kind)] += static_cast<double>(ground_.covering.price_of_one_more(slot, given[slot]));
        }
      std::vector<int>& row = plan_.days[index(carer)];
      double now = 0;
      for (int day = 0; day < ground_.problem.days; ++day) now += prices[ground_.price_at(day, row[index(day)])];
      if (auto found = finders[index(carer)].find(prices, ground_.choices[index(carer)], scratch, BestRow::k_any); found && found->price < now - 0.5) row = std::move(found->row), changed = true;
      count(carer, 1);
    }
    if (!changed || share() >= k_one_by_one_until) break;
  }
  price_ = ground_.price(plan_);
}

/// Columns of all carers bound the price from below; the roster dived for among them is where the pieces begin.
void Search::start_from_all() {
  Piece all{carers_, {}};
  for (int carer : carers_) all.choices.push_back(ground_.choices[index(carer)]);
  PartEffort effort;
  effort.threads = options_.threads;
  effort.rounds = k_rounds_of_columns;
  effort.nodes = 0;
  effort.only_better = false;
  effort.stop_columns = [this] { return share() >= k_columns_until; };
  effort.hurry = [this] { return share() >= k_unhurried_until; };
  effort.stop = [this] { return share() >= k_whole_until; };
  const Plan before = plan_;
  PartSearch search(ground_, before, all, effort);
  const auto rows = search.run();
  // No price is below nothing, whatever the program says before its prices have settled.
  if (search.bounded()) bound_ = std::max<std::int64_t>(0, static_cast<std::int64_t>(std::ceil(search.bound() - 0.02)));
  pool_.set_prices(search.settled().worth, search.settled().thresholds);
  for (Column column : search.master().columns()) {
    column.carer = carers_[index(column.carer)];
    pool_.add(column);
  }
  if (!rows.empty()) take(carers_, rows, before, false);
  // Far from the mix a roster is bettered by the prices of what was dived for, near it by those of the mix itself.
  mix_ = search.settled_value();
  guide_ = is_near(mix_, k_near) ? search.settled().worth : search.worth();
}

/// Puts the cells that `rows` changes against `before` into the roster, if it becomes cheaper by them (or, going aside, no dearer) and keeps all rules.
void Search::take(const std::vector<int>& carers, const std::vector<std::vector<int>>& rows, const Plan& before, bool aside) {
  Plan fresh = plan_;
  for (std::size_t i = 0; i < carers.size(); ++i) {
    const auto carer = index(carers[i]);
    for (std::size_t day = 0; day < rows[i].size(); ++day)
      if (rows[i][day] != before.days[carer][day]) fresh.days[carer][day] = rows[i][day];
    if (ground_.rows.cost(carers[i], fresh.days[carer]).broken != 0) return;
  }
  const std::int64_t price = ground_.price(fresh);
  if (price > price_ || (price == price_ && !aside)) return;
  plan_ = std::move(fresh);
  price_ = price;
}

bool Search::is_near(double value, double share) const { return static_cast<double>(price_) - value < share * static_cast<double>(price_); }

/// Where the bound is far away nothing can be left out of the pool, and choosing from it takes too long.
bool Search::pool_is_worth_it() const { return bound_ && is_near(static_cast<double>(*bound_), k_near_for_pool); }

void Search::work_on(Task& task, const Pieces& pieces, const Plan& before, std::int64_t number) const {
  const std::function<bool()> stop = [this] { return share() >= 1; };
  if (task.from_pool) {
    task.piece.carers = carers_;
    task.rows = pool_.choose(before, price_, *bound_, stop);
    return;
  }
  SeededRandom random(options_.seed * 1'000'003 + static_cast<std::uint64_t>(number));
  PartEffort effort;
  effort.nodes = k_nodes;
  effort.stop = stop;
  effort.guide = &guide_;
  effort.aside = task.aside;
  task.piece = pieces.pick(before, static_cast<std::size_t>(number) % Pieces::k_shapes, random);
  effort.seed = random.next();
  PartSearch search(ground_, before, task.piece, effort);
  task.rows = search.run();
  task.work = search.work();
  task.columns = search.good_columns();
}

void Search::make_pieces() {
  Pieces pieces(ground_, carers_);
  std::int64_t pool_next = k_steps_to_pool, pool_wait = k_steps_to_pool;
  while (made_ < options_.steps && !settled() && share() < 1) {
    const auto count = static_cast<std::size_t>(std::min<std::int64_t>(k_tasks_at_once, options_.steps - made_));
    std::vector<Task> tasks(count);
    if (made_ >= pool_next) tasks[0].from_pool = pool_is_worth_it();
    for (std::size_t i = k_tasks_near; i < count; ++i) tasks[i].aside = made_ >= k_steps_to_aside && is_near(mix_, k_near);
    const Plan before = plan_;
    share_out(options_.threads, count, [&](std::size_t i, int) { work_on(tasks[i], pieces, before, made_ + static_cast<std::int64_t>(i)); });
    for (std::size_t i = 0; i < count; ++i) {
      const std::int64_t price = price_;
      if (!tasks[i].rows.empty()) take(tasks[i].piece.carers, tasks[i].rows, before, tasks[i].aside);
      if (price_ < price) tell();
      for (const Column& column : tasks[i].columns) pool_.add(column);
      if (!tasks[i].from_pool) {
        pieces.learn(static_cast<std::size_t>(made_ + static_cast<std::int64_t>(i)) % Pieces::k_shapes, tasks[i].work, price_ < price);
        continue;
      }
      // In vain: the next time is put off further.
      pool_wait = price_ < price ? k_steps_to_pool : pool_wait * 2;
      pool_next = made_ + pool_wait;
    }
    made_ += static_cast<std::int64_t>(count);
  }
}

void Search::run(const SearchOptions& options) {
  options_ = options;
  if (carers_.empty() || ground_.problem.days == 0) return;
  guide_.assign(ground_.covering.slots(), 0);
  improve_one_by_one();
  tell();
  start_from_all();
  tell();
  make_pieces();
  tell();
}

}  // namespace laoyou::roster
