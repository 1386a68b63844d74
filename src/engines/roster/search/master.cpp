#include "engines/roster/search/master.h"

#include <coin/ClpSimplex.hpp>
#include <coin/CoinPackedMatrix.hpp>

#include <algorithm>

namespace laoyou::roster {
namespace {

std::size_t index(int value) { return static_cast<std::size_t>(value); }

}  // namespace

Master::Master(const Covering& covering, const std::vector<int>& wanted, std::vector<char> open, int carers)
    : covering_(covering), open_(std::move(open)), carers_(carers), row_of_slot_(covering.slots(), -1), program_(std::make_unique<ClpSimplex>()) {
  std::vector<double> bounds, prices;
  std::vector<CoinBigIndex> starts = {0};
  std::vector<int> rows;
  std::vector<double> entries;
  for (std::size_t slot = 0; slot < covering.slots(); ++slot) {
    const Cover* const cover = covering.at(slot);
    if (cover == nullptr || !open_[slot]) continue;
    row_of_slot_[slot] = static_cast<int>(wanted_.size());
    slot_of_row_.push_back(slot);
    for (const bool under : {true, false}) {
      prices.push_back(static_cast<double>(under ? cover->under_price : cover->over_price));
      rows.push_back(static_cast<int>(wanted_.size()));
      entries.push_back(under ? 1 : -1);
      starts.push_back(static_cast<CoinBigIndex>(rows.size()));
    }
    wanted_.push_back(wanted[slot]);
  }
  first_carer_row_ = static_cast<int>(wanted_.size());
  first_column_ = static_cast<int>(prices.size());
  bounds = wanted_;
  bounds.resize(bounds.size() + index(carers), 1);
  program_->setLogLevel(0);
  program_->resize(static_cast<int>(bounds.size()), 0);
  for (std::size_t row = 0; row < bounds.size(); ++row) program_->setRowBounds(static_cast<int>(row), bounds[row], bounds[row]);
  program_->addColumns(first_column_, nullptr, nullptr, prices.data(), starts.data(), rows.data(), entries.data());
}

Master::~Master() = default;

void Master::add(Column column) { columns_.push_back(std::move(column)); }

void Master::flush() {
  std::vector<CoinBigIndex> starts = {0};
  std::vector<int> rows;
  std::vector<double> entries, prices;
  for (std::size_t i = added_; i < columns_.size(); ++i) {
    const Column& one = columns_[i];
    for (std::size_t day = 0; day < one.row.size(); ++day) {
      if (one.row[day] == k_off) continue;
      const int row = row_of_slot_[covering_.slot(static_cast<int>(day), one.row[day])];
      if (row >= 0) rows.push_back(row), entries.push_back(1);
    }
    rows.push_back(first_carer_row_ + one.carer);
    entries.push_back(1);
    prices.push_back(one.price);
    starts.push_back(static_cast<CoinBigIndex>(rows.size()));
  }
  if (!prices.empty()) program_->addColumns(static_cast<int>(prices.size()), nullptr, nullptr, prices.data(), starts.data(), rows.data(), entries.data());
  added_ = columns_.size();
}

bool Master::solve() {
  flush();
  program_->primal(0);
  pivots_ += program_->numberIterations();
  if (program_->status() != 0) {  // from the beginning once more
    program_->allSlackBasis();
    program_->primal(0);
    pivots_ += program_->numberIterations();
  }
  if (program_->status() != 0) return false;
  value_ = program_->objectiveValue();
  duals_.assign(program_->dualRowSolution(), program_->dualRowSolution() + program_->numberRows());
  const double* const shares = program_->primalColumnSolution() + first_column_;
  shares_.assign(shares, shares + columns_.size());
  return true;
}

double Master::reduced_price(const Column& one) const {
  double price = one.price - threshold(one.carer);
  for (std::size_t day = 0; day < one.row.size(); ++day)
    if (one.row[day] != k_off) price -= worth(covering_.slot(static_cast<int>(day), one.row[day]));
  return price;
}

bool Master::has(int carer, const std::vector<int>& row) const {
  return std::any_of(columns_.begin(), columns_.end(), [&](const Column& one) { return one.carer == carer && one.row == row; });
}

void Master::fix(std::size_t column) {
  for (std::size_t i = 0; i < columns_.size(); ++i)
    if (columns_[i].carer == columns_[column].carer) program_->setColumnUpper(first_column_ + static_cast<int>(i), i == column ? 1 : 0);
}

}  // namespace laoyou::roster
