// What evaluations derive from the facts and keep for the next one. Each part remembers the version of the table it was made from.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <tuple>

#include "rules/facts/facts.h"
#include "rules/totals/tally.h"

namespace laoyou::rules {

/// Rows of another table by the row at hand.
struct RowLinks {
  std::uint64_t from_version = 0, to_version = 0;
  std::vector<std::int32_t> row_of;  ///< by row of the referring table: the row referred to, or -1
};

/// Rows that refer to each row of the table referred to: those of row r are rows[first[r]] up to rows[first[r + 1]], ascending.
struct RelatedRows {
  std::uint64_t from_version = 0, to_version = 0;
  std::vector<std::uint32_t> first, rows;
};

/// How many rows hold each number of a column, by number - least. Empty when the numbers span too much to count so.
struct ColumnCounts {
  std::uint64_t version = 0;
  std::int64_t least = 0, missing = 0;
  std::vector<std::int64_t> rows;
};

/// How many rows of each number of `by` have no value in another column, in the order of ColumnCounts::rows, those without `by` last.
struct MissingCounts {
  std::uint64_t version = 0;
  std::vector<std::int64_t> rows;
};

/// Safe across threads; what is handed out stays valid as long as it is held.
class DerivedFacts {
 public:
  /// Where the id field `field` of `record` leads.
  std::shared_ptr<const RowLinks> links(const Facts& facts, int record, int field, int target);
  /// Rows of `record` by the row of `target` that their id field names.
  std::shared_ptr<const RelatedRows> related(const Facts& facts, int record, int field, int target);

  /// Raw numbers of a column (regions: positions in the dictionary).
  std::shared_ptr<const ColumnCounts> counts(const Facts& facts, int record, int field);

  /// by -1: one number for all rows.
  std::shared_ptr<const MissingCounts> missing(const Facts& facts, int record, int field, int by);

 private:
  std::mutex mutex_;
  std::map<std::tuple<int, int, int>, std::shared_ptr<const MissingCounts>> missing_;
  std::map<std::pair<int, int>, std::shared_ptr<const ColumnCounts>> counts_;
  std::map<std::pair<int, int>, std::shared_ptr<const RowLinks>> links_;
  std::map<std::pair<int, int>, std::shared_ptr<const RelatedRows>> related_;
};

}  // namespace laoyou::rules
