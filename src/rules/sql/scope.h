// The rows that an expression can reach in a query: the row at hand, the rows its paths lead to, and the scopes around it.
#pragma once

#include <string>
#include <vector>

#include "rules/tree/typed_tree.h"

namespace laoyou::rules {

class SqlWriter;

class SqlScope {
 public:
  /// `source` is the table or named query the row at hand comes from; `outer` the scope around this one, or null.
  SqlScope(SqlWriter& writer, int record, std::string source, SqlScope* outer);

  int record() const { return record_; }
  /// The row at hand.
  const std::string& alias() const { return alias_; }
  /// The row at the end of a path; joined when it is not yet.
  std::string alias_of(const Path& path);
  /// Whether one more query may be joined; each row can always ask its own instead.
  bool can_join() const { return joins_.size() < k_most_counted_joins; }
  /// Joins what `query` gives for key column "k" = the row's id, and gives its alias.
  std::string join_by_id(const std::string& query);
  /// How many tables the scope joins when the database puts inner queries' tables beside its own.
  int tables() const;
  /// "source as t1 left join …"; to be asked when all expressions of the scope are written.
  std::string from() const;

 private:
  static constexpr std::size_t k_most_counted_joins = 12;
  struct Join {
    std::string key, alias;  ///< key: the path, empty for a query
    std::string query;       ///< what is joined; empty: the rows of `record`, under the name they have when the scope is finished
    std::string on;
    int record = -1;
  };
  std::string joined(const std::vector<int>& steps);
  const Join* find(const std::string& key) const;

  SqlWriter& writer_;
  int record_;
  std::string source_, alias_;
  SqlScope* outer_;
  std::vector<Join> joins_;
};

}  // namespace laoyou::rules
