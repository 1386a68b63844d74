// Writes typed nodes as SQL expressions. In them truth is the database's own (SQLite: 0 and 1), numbers, dates and periods are integers as in
// type.h, codes, regions and texts are text; NULL is missing. Each kind of node has its write() in a sql_*.cpp.
#pragma once

#include <functional>
#include <map>
#include <optional>

#include "rules/sql/scope.h"
#include "rules/sql/to_sql.h"

namespace laoyou::rules {

class SqlWriter {
 public:
  SqlWriter(const Book& book, const Period& period, const SqlTarget& target);

  /// The node as an expression over the scope's rows.
  std::string write(const Node& node, SqlScope& scope);
  std::string write(const NodePtr& node, SqlScope& scope) { return write(*node, scope); }
  /// The same, or a missing value of the kind where there is no node.
  std::string write_or_missing(const NodePtr& node, Kind kind, SqlScope& scope);
  /// What the node is for every row, when that is known now: literals, parameters, the context. Not for texts.
  std::optional<Value> known(const Node& node) const;

  /// Makes the values of these rules, and of all rules they read, readable through source(): `trees` are the expressions that read them.
  void prepare(const std::vector<const Node*>& trees);
  /// Table or named query to read rows of a record from.
  std::string source(int record) const;
  /// "with … as (…), …" before the query; empty when no rule is read.
  const std::vector<std::string>& named_queries() const { return named_queries_; }

  /// body(name of the value): a short expression is repeated, a long one is bound once in a query of its own, so that texts stay linear.
  std::string bind(const std::string& expression, const std::function<std::string(const std::string&)>& body);
  /// Several values at once, always bound.
  std::string bind_all(const std::vector<std::string>& expressions, const std::function<std::string(const std::vector<std::string>&)>& body);

  std::string fresh_alias() { return "t" + std::to_string(++aliases_); }
  const Field& field(int record, int field) const;
  const RecordKind& record_kind(int record) const;
  std::string id_column(int record) const;
  void refuse_once(Refusal refusal);
  const std::optional<Refusal>& refusal() const { return refusal_; }
  /// How many tables stand behind source(), and that so many are joined: SQLite has a limit.
  int tables_of(int record) const;
  void note_tables(int tables);

  const Book& book() const { return book_; }
  const Period& period() const { return period_; }
  const SqlTarget& target() const { return target_; }
  SqlDialect dialect() const { return target_.dialect; }
  bool sqlite() const { return target_.dialect == SqlDialect::sqlite; }

  std::string integer(std::int64_t value) const { return sql_integer(dialect(), value); }
  std::string constant(Type type, Value value) const { return sql_constant(dialect(), book_.schema, type, value); }
  std::string missing(Kind kind) const { return sql_missing(dialect(), kind); }
  /// Truth as 0 and 1.
  std::string truth_number(const std::string& truth) const { return sqlite() ? truth : "(" + truth + ")::int::bigint"; }
  std::string text(std::string_view words) const { return sql_text(dialect(), words); }

 private:
  /// Rules over one record that are computed side by side, since none of them reads another of them.
  struct Layer {
    std::unique_ptr<SqlScope> scope;
    std::vector<std::pair<int, std::string>> rules;
  };
  void write_rule(int rule);
  void close_layer(int record);
  void close_layers_of(const Node& tree);

  const Book& book_;
  Period period_;
  const SqlTarget& target_;
  int aliases_ = 0, layers_ = 0;
  std::optional<Refusal> refusal_;
  std::map<int, std::string> sources_;  ///< by record, where rules have been added
  std::map<int, int> tables_;           ///< the same
  std::map<int, int> layers_of_;        ///< how many have been closed, by record
  std::map<int, Layer> open_;           ///< by record
  std::vector<bool> written_;           ///< by rule
  std::vector<std::string> named_queries_;
};

/// Positions of the rules that the tree reads itself, each once.
std::vector<int> rules_read(const Node& tree);
/// True when the tree of an aggregate reads a row around the aggregate's own rows; `depth` is 0 for the aggregate's own condition and value.
bool reads_around(const Node& tree, int depth = 0);
/// The column that holds a rule's value in a named query.
std::string rule_column(int rule);

// One for each kind of node that rows have.
std::string write_node(SqlWriter& writer, SqlScope& scope, const Node& node, const Literal& what);
std::string write_node(SqlWriter& writer, SqlScope& scope, const Node& node, const FieldRead& what);
std::string write_node(SqlWriter& writer, SqlScope& scope, const Node& node, const RuleRead& what);
std::string write_node(SqlWriter& writer, SqlScope& scope, const Node& node, const ParameterRead& what);
std::string write_node(SqlWriter& writer, SqlScope& scope, const Node& node, const ContextRead& what);
std::string write_node(SqlWriter& writer, SqlScope& scope, const Node& node, const ParameterLookup& what);
std::string write_node(SqlWriter& writer, SqlScope& scope, const Node& node, const Bands& what);
std::string write_node(SqlWriter& writer, SqlScope& scope, const Node& node, const Unary& what);
std::string write_node(SqlWriter& writer, SqlScope& scope, const Node& node, const Binary& what);
std::string write_node(SqlWriter& writer, SqlScope& scope, const Node& node, const Fallback& what);
std::string write_node(SqlWriter& writer, SqlScope& scope, const Node& node, const InRanges& what);
std::string write_node(SqlWriter& writer, SqlScope& scope, const Node& node, const Within& what);
std::string write_node(SqlWriter& writer, SqlScope& scope, const Node& node, const InPeriod& what);
std::string write_node(SqlWriter& writer, SqlScope& scope, const Node& node, const Case& what);
std::string write_node(SqlWriter& writer, SqlScope& scope, const Node& node, const Scale& what);
std::string write_node(SqlWriter& writer, SqlScope& scope, const Node& node, const Widen& what);
std::string write_node(SqlWriter& writer, SqlScope& scope, const Node& node, const DateCall& what);
std::string write_node(SqlWriter& writer, SqlScope& scope, const Node& node, const Related& what);

/// "key between low and high", open ends left out; codes by their names. An empty text where both ends are open.
std::string sql_range(const SqlWriter& writer, Type type, const std::string& key, Value low, Value high);

// Calendar arithmetic; days count from 1970-01-01, numbers are year × 10000 + month × 100 + day.
std::string sql_days_of_text(const SqlWriter& writer, const std::string& column);
std::string sql_number_of_text(const SqlWriter& writer, const std::string& column);
std::string sql_number_of_days(SqlWriter& writer, const std::string& days);
std::string sql_days_of_calendar(const SqlWriter& writer, const std::string& year, const std::string& month, const std::string& day);
std::string sql_month_end(SqlWriter& writer, const std::string& days);
std::string sql_period_of_text(SqlWriter& writer, const std::string& column);
std::string sql_period_start(SqlWriter& writer, const std::string& period);

}  // namespace laoyou::rules
