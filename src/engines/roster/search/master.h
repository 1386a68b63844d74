// The linear program that mixes whole rows of carers so that days are covered at the least price.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "engines/roster/search/covering.h"

class ClpSimplex;

namespace laoyou::roster {

/// A row that a carer may be given.
struct Column {
  int carer = 0;  ///< position among the carers of the program
  std::vector<int> row;
  double price = 0;  ///< of the carer's own requests
};

class Master {
 public:
  /// A program for `carers` carers. `wanted`, by slot, is what they are to give on the slots of `open`; other slots do not change and do not count.
  Master(const Covering& covering, const std::vector<int>& wanted, std::vector<char> open, int carers);
  ~Master();

  void add(Column column);
  /// Solves the program anew with what was added or fixed since; false where that failed.
  bool solve();

  double value() const { return value_; }
  /// What the carers are to give on a slot (0: not open).
  double wanted(std::size_t slot) const { return row_of_slot_[slot] < 0 ? 0 : wanted_[static_cast<std::size_t>(row_of_slot_[slot])]; }
  /// What one more on a slot is worth (0: not open), and what a carer's row must cost to come into the mix, as of the last solve().
  double worth(std::size_t slot) const { return row_of_slot_[slot] < 0 ? 0 : duals_[static_cast<std::size_t>(row_of_slot_[slot])]; }
  double threshold(int carer) const { return duals_[static_cast<std::size_t>(first_carer_row_ + carer)]; }

  const std::vector<Column>& columns() const { return columns_; }
  double share(std::size_t column) const { return shares_[column]; }
  double reduced_price(std::size_t column) const { return reduced_price(columns_[column]); }
  double reduced_price(const Column& column) const;
  /// From now on the carer has this row and no other.
  void fix(std::size_t column);
  /// Whether the carer has this row among her columns already.
  bool has(int carer, const std::vector<int>& row) const;
  std::int64_t pivots() const { return pivots_; }
  int rows() const { return first_carer_row_ + carers_; }

  /// The best choice of one row for each carer out of the columns whose reduced price is below `gap`, cheaper than `below`; positions of columns
  /// by carer, empty where none was found within `nodes` nodes of the search. `stop` may be empty. To be asked
  /// only straight after solve().
  std::vector<std::size_t> choose(double gap, double below, int nodes, const std::function<bool()>& stop);

 private:
  void flush();

  const Covering& covering_;
  std::vector<char> open_;
  int carers_;
  std::vector<int> row_of_slot_;
  std::vector<double> wanted_;              ///< by row, of the slots first
  std::vector<std::size_t> slot_of_row_;
  int first_carer_row_ = 0;
  int first_column_ = 0;                    ///< in the program; before it stand those of too few and too many
  std::unique_ptr<ClpSimplex> program_;
  std::vector<Column> columns_;
  std::size_t added_ = 0;                   ///< columns in the program already
  std::vector<double> duals_, shares_;
  double value_ = 0;
  std::int64_t pivots_ = 0;
};

}  // namespace laoyou::roster
