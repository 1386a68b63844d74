// Every rule as one query: a total gives the tallies of its groups, a rule over a record gives a value for each row. The results are those
// of row_evaluate.h to the last digit; nothing is rounded that the rule does not round.
//
// The tables are those that the store makes from described records: integers are bigint (SQLite: integer) in the units of type.h, truth is 0
// or 1, dates, periods, codes and regions are text as JSON writes them. Bare tables keep to the same. A table has the record's name.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "rules/tree/book.h"
#include "rules/facts/sql_storage.h"
#include "rules/sql/text.h"
#include "rules/totals/tally.h"

namespace laoyou::rules {

/// For which database and which tables.
struct SqlTarget {
  SqlDialect dialect = SqlDialect::postgresql;
  SqlStorage storage = {};
  /// Tables are partitioned by this level of their region (substr(region, 1, n), list or hash): rows are counted by partition first and the
  /// tallies added, so that PostgreSQL hands the counting to the servers that hold the partitions. It does so where
  /// enable_partitionwise_aggregate is on and the foreign tables have been analyzed. Nothing: one table each.
  std::optional<RegionLevel> partition = {};
};

/// The question's totals as one query. A row of its answer is one Total node in one group: total (position in totals_of() of the question), group (0, a
/// region's twelve digits cut to the level, or the field's value), selected, undecided, valued, sum_billions, sum (the sum is sum_billions ×
/// 10^9 + sum), least, greatest. SqlAnswer puts the rows together.
/// Refused as "rules.sealed_field" (record, field) when a rule reads what the database keeps encrypted, "rules.sql_too_large" (rule) when the
/// database's integers do not prove large enough or the query grows beyond what a database reads.
Result<std::string> totals_to_sql(const Book& book, const Question& question, const SqlTarget& target);

/// A rule over a record as one query: a row is id and value. Truth is 0 or 1, dates and periods are numbers as in type.h, codes and regions
/// are text. A record without id gives null there. Refused as above.
Result<std::string> rows_to_sql(const Book& book, int rule, const Period& period, const SqlTarget& target);

}  // namespace laoyou::rules
