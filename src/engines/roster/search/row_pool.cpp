#include "engines/roster/search/row_pool.h"

#include <algorithm>

namespace laoyou::roster {
namespace {

constexpr std::size_t k_most_columns = 4000;
constexpr int k_nodes = 150;

std::size_t index(int value) { return static_cast<std::size_t>(value); }

}  // namespace

RowPool::RowPool(const Ground& ground, std::vector<int> carers)
    : ground_(ground), carers_(std::move(carers)), position_(ground.problem.carers.size(), k_none), columns_(carers_.size()), worth_(ground.covering.slots(), 0), thresholds_(carers_.size(), 0) {
  for (std::size_t i = 0; i < carers_.size(); ++i) position_[index(carers_[i])] = static_cast<int>(i);
}

void RowPool::set_prices(std::vector<double> worth, std::vector<double> thresholds) {
  worth_ = std::move(worth);
  thresholds_ = std::move(thresholds);
}

void RowPool::add(const Column& column) {
  auto& own = columns_[index(position_[index(column.carer)])];
  if (std::none_of(own.begin(), own.end(), [&](const Column& one) { return one.row == column.row; })) own.push_back({position_[index(column.carer)], column.row, column.price});
}

double RowPool::reduced_price(std::size_t position, const Column& column) const {
  double price = column.price - thresholds_[position];
  for (std::size_t day = 0; day < column.row.size(); ++day)
    if (column.row[day] != k_off) price -= worth_[ground_.covering.slot(static_cast<int>(day), column.row[day])];
  return price;
}

std::vector<std::vector<int>> RowPool::choose(const Plan& plan, std::int64_t price, std::int64_t bound, const std::function<bool()>& stop) const {
  std::vector<std::pair<double, const Column*>> kept;
  for (std::size_t i = 0; i < columns_.size(); ++i)
    for (const Column& one : columns_[i]) {
      const double reduced = reduced_price(i, one);
      if (reduced <= static_cast<double>(price - bound) && one.row != plan.days[index(carers_[i])]) kept.emplace_back(reduced, &one);
    }
  std::stable_sort(kept.begin(), kept.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  kept.resize(std::min(kept.size(), k_most_columns));
  std::vector<int> wanted(ground_.covering.slots(), 0), outside = ground_.covering.given(plan);
  std::int64_t elsewhere = 0;
  for (std::size_t carer = 0; carer < plan.days.size(); ++carer) {
    if (position_[carer] == k_none) {
      elsewhere += ground_.rows.cost(static_cast<int>(carer), plan.days[carer]).price;
      continue;
    }
    for (std::size_t day = 0; day < plan.days[carer].size(); ++day)
      if (plan.days[carer][day] != k_off) --outside[ground_.covering.slot(static_cast<int>(day), plan.days[carer][day])];
  }
  for (std::size_t slot = 0; slot < wanted.size(); ++slot)
    if (const Cover* const cover = ground_.covering.at(slot)) wanted[slot] = cover->wanted - outside[slot];
  Master master(ground_.covering, wanted, std::vector<char>(wanted.size(), 1), static_cast<int>(carers_.size()));
  for (std::size_t i = 0; i < carers_.size(); ++i)
    master.add({static_cast<int>(i), plan.days[index(carers_[i])], static_cast<double>(ground_.rows.cost(carers_[i], plan.days[index(carers_[i])]).price)});
  for (const auto& [reduced, column] : kept) master.add(*column);
  const double below = static_cast<double>(price - elsewhere) - 1 + 0.02;
  if (!master.solve() || master.value() > below) return {};
  std::vector<std::vector<int>> rows;
  for (std::size_t column : master.choose(below - master.value(), below, k_nodes, stop)) rows.push_back(master.columns()[column].row);
  return rows;
}

}  // namespace laoyou::roster
