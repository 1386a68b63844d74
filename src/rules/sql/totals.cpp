// A question about totals as one query: each record is counted once for all Total nodes over it, then every node gives its rows.
#include <algorithm>

#include "base/check.h"
#include "rules/sql/nesting.h"
#include "rules/sql/writer.h"
#include "rules/totals/totals.h"

namespace laoyou::rules {
namespace {

/// Longer texts are refused: PostgreSQL's and SQLite's parsers take them, but nobody gains.
constexpr std::size_t k_most_bytes = 4'000'000;
constexpr std::string_view k_no_rows =
    "select 0 as total, 0 as \"group\", 0 as selected, 0 as undecided, 0 as valued, 0 as sum_billions, 0 as sum, null as least, null as greatest "
    "where 1 = 0";
constexpr std::int64_t k_billion = 1'000'000'000;

/// How many digits of its code a place of this level has.
int region_digits(RegionLevel level) {
  constexpr int k_digits[] = {0, 2, 4, 6, 9, 12};
  return k_digits[static_cast<int>(level)];
}

/// The columns of a tally for node n: s selected, u undecided, v valued, b and a sum in billions and rest, l least, g greatest.
struct TallyColumn {
  std::string name, counted;  ///< counted: from the rows of q
  std::string_view added;     ///< how partitions' tallies become one: sum, min or max
};

std::vector<TallyColumn> tally_columns(const SqlWriter& writer, const Total& total, int node) {
  const std::string n = std::to_string(node), c = "q.c" + n, v = "q.v" + n;
  const bool conditional = total.condition != nullptr;
  const std::string where = conditional ? " filter (where " + c + ")" : "";
  const auto counts = [&](const std::string& what) { return what + where; };
  const auto sum_of = [&](const std::string& what) { return "coalesce(sum(" + what + ")" + where + ", 0)"; };
  const bool split = writer.sqlite();  // its sums have 64 bits
  std::vector<TallyColumn> columns{{"s" + n, counts("count(*)"), "sum"}};
  if (conditional) columns.push_back({"u" + n, "count(*) filter (where " + c + " is null)", "sum"});
  if (total.function == Function::count || total.function == Function::exists) return columns;
  columns.push_back({"v" + n, counts("count(" + v + ")"), "sum"});
  switch (total.function) {
    case Function::sum:
    case Function::avg:
      if (split) columns.push_back({"b" + n, sum_of(v + " / " + std::to_string(k_billion)), "sum"});
      columns.push_back({"a" + n, sum_of(split ? v + " % " + std::to_string(k_billion) : v), "sum"});
      break;
    case Function::min: columns.push_back({"l" + n, counts("min(" + v + ")"), "min"}); break;
    case Function::max: columns.push_back({"g" + n, counts("max(" + v + ")"), "max"}); break;
    case Function::share: columns.push_back({"a" + n, "count(*) filter (where " + (conditional ? c + " and " : "") + v + ")", "sum"}); break;
    case Function::distinct: columns.push_back({"a" + n, counts("count(distinct " + v + ")"), "sum"}); break;
    default: CHECK(false);
  }
  return columns;
}

/// Some Total nodes over one record, counted together.
struct Counting {
  int record = -1;
  std::vector<int> nodes;  ///< positions in totals_of()
  bool by_partition = false;
};

class TotalsQuery {
 public:
  TotalsQuery(const Book& book, const Question& question, const SqlTarget& target)
      : question_(question), nodes_(totals_of(book, question.rules)), writer_(book, question.period, target) {}

  Result<std::string> write() {
    std::vector<const Node*> trees;
    for (const Node* node : nodes_)
      for (const NodePtr& part : {std::get<Total>(node->what).value, std::get<Total>(node->what).condition})
        if (part) trees.push_back(part.get());
    writer_.prepare(trees);
    std::vector<std::string> named, rows;
    for (const Counting& counting : countings()) {
      const std::string name = "\"tallies " + std::to_string(named.size() + 1) + "\"";
      named.push_back(name + " as materialized (" + tallies(counting) + ")");
      for (const int node : counting.nodes) rows.push_back(tally_row(node, name));
    }
    return put_together(named, rows);
  }

 private:
  const Total& total(int node) const { return std::get<Total>(nodes_[static_cast<std::size_t>(node)]->what); }

  Result<std::string> put_together(const std::vector<std::string>& named, const std::vector<std::string>& rows) const {
    std::string text = "with ";
    for (const std::string& query : writer_.named_queries()) text += query + ",\n";
    for (std::size_t i = 0; i < named.size(); ++i) text += (i == 0 ? "" : ",\n") + named[i];
    for (std::size_t i = 0; i < rows.size(); ++i) text += (i == 0 ? "\n" : "\nunion all ") + rows[i];
    if (writer_.refusal()) return *writer_.refusal();
    if (text.size() > k_most_bytes || (writer_.sqlite() && sql_nesting(text) > k_most_sqlite_nesting)) return refuse("rules.sql_too_large");
    // Constants alone make a total too: it rests on no rows.
    if (named.empty()) return std::string(k_no_rows);
    return text;
  }

  bool by_region() const { return question_.grouping.by == Grouping::By::region_level; }

  /// Tallies of partitions can be added, except different values; nothing is to be added where each group lies in one partition.
  bool needs_adding() const {
    return !by_region() || region_digits(question_.grouping.level) < region_digits(*writer_.target().partition);
  }

  std::vector<Counting> countings() const {
    std::vector<Counting> found;
    for (int node = 0; node < static_cast<int>(nodes_.size()); ++node) {
      const int record = total(node).record;
      const bool partitioned = writer_.target().partition && writer_.record_kind(record).region_field >= 0;
      const bool by_partition = partitioned && !(total(node).function == Function::distinct && needs_adding());
      auto place = std::find_if(found.begin(), found.end(), [&](const Counting& counting) { return counting.record == record && counting.by_partition == by_partition; });
      if (place == found.end()) place = found.insert(found.end(), {record, {}, by_partition});
      place->nodes.push_back(node);
    }
    return found;
  }

  int group_field(int record) const {
    const RecordKind& kind = writer_.record_kind(record);
    return by_region() ? kind.region_field : kind.find(question_.grouping.field);
  }

  Kind group_kind(int record) const {
    if (by_region()) return Kind::region;
    const int field = group_field(record);
    return field < 0 ? Kind::integer : writer_.field(record, field).type.kind;
  }

  std::string region_prefix(const SqlScope& scope, RegionLevel level) const {
    const RecordKind& kind = writer_.record_kind(scope.record());
    return "substr(" + scope.alias() + "." + sql_name(writer_.field(scope.record(), kind.region_field).name) + ", 1, " + std::to_string(region_digits(level)) + ")";
  }

  std::string group_key(SqlScope& scope) {
    const int field = group_field(scope.record());
    if (field < 0) return writer_.missing(group_kind(scope.record()));
    if (by_region()) return region_prefix(scope, question_.grouping.level);
    Node read;
    read.type = writer_.field(scope.record(), field).type;
    read.what = FieldRead{{}, scope.record(), field};
    const std::string value = writer_.write(read, scope);
    return read.type.kind == Kind::boolean ? writer_.truth_number(value) : value;
  }

  bool grouped() const { return question_.grouping.by != Grouping::By::nothing; }

  /// Group key k and the tally columns of the nodes.
  std::string tallies(const Counting& counting) {
    SqlScope scope(writer_, counting.record, writer_.source(counting.record), nullptr);
    std::string inner;
    const auto add = [&](const std::string& expression, const std::string& name) { inner += (inner.empty() ? "" : ", ") + expression + " as " + name; };
    if (counting.by_partition) add(region_prefix(scope, *writer_.target().partition), "p");
    if (grouped()) add(group_key(scope), "k");
    std::vector<TallyColumn> columns;
    for (const int node : counting.nodes) {
      const std::string n = std::to_string(node);
      if (total(node).condition) add(writer_.write(total(node).condition, scope), "c" + n);
      if (total(node).value) add(writer_.write(total(node).value, scope), "v" + n);
      for (TallyColumn& column : tally_columns(writer_, total(node), node)) columns.push_back(std::move(column));
    }
    if (inner.empty()) inner = "1 as one";
    std::string query = "select ";
    if (grouped()) query += "q.k as k, ";
    for (std::size_t i = 0; i < columns.size(); ++i) query += (i == 0 ? "" : ", ") + columns[i].counted + " as " + columns[i].name;
    query += " from (select " + inner + " from " + scope.from() + ") as q";
    if (counting.by_partition) query += std::string(" group by q.p") + (grouped() ? ", q.k" : "");
    else if (grouped()) query += " group by q.k";
    return counting.by_partition && needs_adding() ? added(query, columns) : query;
  }

  std::string added(const std::string& partitions, const std::vector<TallyColumn>& columns) const {
    std::string query = "select ";
    if (grouped()) query += "p.k as k, ";
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::string sum = std::string(columns[i].added) + "(p." + columns[i].name + ")";
      query += (i == 0 ? "" : ", ") + (columns[i].added == "sum" ? "coalesce(" + sum + ", 0)" : sum) + " as " + columns[i].name;
    }
    return query + " from (" + partitions + ") as p" + (grouped() ? " group by p.k" : "");
  }

  /// The node's rows of the answer.
  std::string tally_row(int node, const std::string& name) const {
    const std::string n = std::to_string(node);
    std::vector<std::string> present;
    for (const TallyColumn& column : tally_columns(writer_, total(node), node)) present.push_back(column.name);
    const auto column = [&](char letter, std::string_view otherwise) {
      const std::string wanted = letter + n;
      return std::find(present.begin(), present.end(), wanted) == present.end() ? std::string(otherwise) : "t." + wanted;
    };
    const auto whole = [&](const std::string& expression) { return writer_.sqlite() ? expression : "(" + expression + ")::bigint"; };
    const std::string none = writer_.sqlite() ? "null" : "null::bigint";
    std::string key = writer_.integer(0);
    if (grouped()) {
      key = "t.k";
      if (by_region()) key += " || '" + std::string(static_cast<std::size_t>(12 - region_digits(question_.grouping.level)), '0') + "'";
    }
    const std::string sum = column('a', "0");
    return "select " + n + " as total, " + key + " as \"group\", " + whole(column('s', "0")) + " as selected, " + whole(column('u', "0")) + " as undecided, " +
           whole(column('v', "0")) + " as valued, " + whole(column('b', "0")) + " as sum_billions, " + (writer_.sqlite() ? sum : "(" + sum + ")::text") + " as sum, " +
           column('l', none) + " as least, " + column('g', none) + " as greatest from " + name + " as t";
  }

  const Question& question_;
  std::vector<const Node*> nodes_;
  SqlWriter writer_;
};

}  // namespace

Result<std::string> totals_to_sql(const Book& book, const Question& question, const SqlTarget& target) {
  return TotalsQuery(book, question, target).write();
}

}  // namespace laoyou::rules
