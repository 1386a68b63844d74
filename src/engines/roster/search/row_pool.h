// Rows met on the way, out of which a whole roster is chosen now and then.
#pragma once

#include "engines/roster/search/part.h"

namespace laoyou::roster {

class RowPool {
 public:
  RowPool(const Ground& ground, std::vector<int> carers);

  /// Column::carer is the carer's own number.
  void add(const Column& column);
  /// What carers are worth by slot and what each carer's row costs, of the program over all carers: rows are told apart by it.
  void set_prices(std::vector<double> worth, std::vector<double> thresholds);

  /// Rows by position among the carers that make a roster cheaper than `plan`, out of the rows that could be part of one; empty where none was found.
  std::vector<std::vector<int>> choose(const Plan& plan, std::int64_t price, std::int64_t bound, const std::function<bool()>& stop) const;

 private:
  double reduced_price(std::size_t position, const Column& column) const;

  const Ground& ground_;
  std::vector<int> carers_;
  std::vector<int> position_;  ///< by carer
  std::vector<std::vector<Column>> columns_;  ///< by position
  std::vector<double> worth_, thresholds_;
};

}  // namespace laoyou::roster
