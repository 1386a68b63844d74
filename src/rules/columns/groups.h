// Which group each row falls into, as a small number, read from the grouping column on the way.
#pragma once

#include <vector>

#include "rules/tree/book.h"
#include "rules/facts/facts.h"
#include "rules/totals/tally.h"

namespace laoyou::rules {

/// Groups of one record's rows: position in Groups::keys.
struct RecordGroups {
  int record = -1;
  int field = -1;                       ///< the grouping field, or -1
  const Column* column = nullptr;       ///< null: all rows fall into `single`
  std::int64_t least = 0;               ///< of `by_number`
  std::vector<std::uint32_t> by_number; ///< by the column's raw number - least; empty: use by_row
  std::vector<std::uint32_t> by_row;
  std::uint32_t missing = 0, single = 0;
  std::vector<std::int64_t> rows;       ///< how many rows each group has

  /// Groups of `n` rows: first, first + 1 …, or those named.
  void of_stretch(std::size_t first, std::size_t n, std::uint32_t* out) const;
  void of_rows(const std::int32_t* rows, std::size_t n, std::uint32_t* out) const;
};

struct Groups {
  std::vector<GroupKey> keys;  ///< ascending, the missing one last
  std::vector<RecordGroups> records;
};

/// How many rows of each group have no value in a field of the same record.
std::vector<std::int64_t> rows_missing(const Facts& facts, const RecordGroups& groups, std::size_t group_count, int field);

/// Groups that occur in the tables of these records, each named once.
Groups groups_of(const Book& book, const Facts& facts, const Grouping& grouping, const std::vector<int>& records);

}  // namespace laoyou::rules
