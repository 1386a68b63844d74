// The plain way to evaluate a rule: one row, one node at a time, exactly as typed_tree.h says it. Slow and obvious; the column evaluator is
// measured against it and the explainer tells what it finds.
#pragma once

#include <map>
#include <unordered_map>
#include <vector>

#include "rules/tree/book.h"
#include "rules/facts/facts.h"
#include "rules/totals/tally.h"

namespace laoyou::rules {

/// A row of a table.
struct RowAt {
  int record = -1;
  std::size_t row = 0;
};

/// The row at hand last, the rows around it before it (Path::level counts from the back). Empty where nothing is at hand: constants of totals.
using RowStack = std::vector<RowAt>;

/// One book over facts that do not change while it is used.
class RowEvaluator {
 public:
  RowEvaluator(const Book& book, const Facts& facts, const Period& period);

  Value evaluate(const Node& node, const RowStack& rows) const;
  /// The row at the end of the path; nothing when a step leads nowhere.
  std::optional<RowAt> follow(const Path& path, const RowStack& rows) const;
  /// Rows of `record` whose id field `reference` holds this id, in the order of the table.
  const std::vector<std::size_t>& rows_naming(int record, int reference, std::int64_t id) const;
  /// The number of the row's own id; missing in tables without ids.
  Value id_of(RowAt row) const;

  const Book& book() const { return book_; }
  const Facts& facts() const { return facts_; }
  const Period& period() const { return period_; }

 private:
  using RowsById = std::unordered_map<std::int64_t, std::vector<std::size_t>>;

  const Book& book_;
  const Facts& facts_;
  Period period_;
  mutable std::map<std::pair<int, int>, RowsById> rows_by_reference_;
};

/// Value of a rule over a record for one row of it.
Value evaluate_row(const Book& book, const Facts& facts, const Period& period, int rule, std::size_t row);

/// Answers a question about totals by visiting every row for every aggregate.
Answer evaluate_by_rows(const Book& book, const Facts& facts, const Question& question);

/// The counts of one Total node in one group.
Tally tally_by_rows(const RowEvaluator& evaluator, const Node& total, const Grouping& grouping, GroupKey group);

/// The group of a row under a grouping (tally.h).
GroupKey group_of(const Schema& schema, const Facts& facts, const Grouping& grouping, RowAt row);

}  // namespace laoyou::rules
