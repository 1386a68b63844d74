// From the rows of totals_to_sql() back to an answer like every other evaluator's.
#pragma once

#include <map>
#include <span>

#include "record/leaf.h"
#include "rules/tree/book.h"
#include "rules/totals/tally.h"

namespace laoyou::rules {

/// Takes the rows in any order. Throws record::DamagedCell when a row is none of totals_to_sql()'s: the database is not what it should be.
class SqlAnswer {
 public:
  /// Book and question as totals_to_sql() had them; both outlive this.
  SqlAnswer(const Book& book, const Question& question);

  /// One row: nine cells.
  void take(std::span<const record::Cell> row);
  Answer finish() const;

 private:
  GroupKey group_key(int node, const record::Cell& cell) const;

  const Book& book_;
  const Question& question_;
  std::vector<const Node*> nodes_;
  std::map<std::pair<bool, std::int64_t>, std::vector<Tally>> tallies_;  ///< by group, the missing one last; a tally for each node
};

}  // namespace laoyou::rules
