// Aggregates over related rows. Where they do not ask for the row around them they are counted once for all rows and joined; else each row
// asks its own query.
#include "base/check.h"
#include "rules/sql/writer.h"

namespace laoyou::rules {
namespace {

/// Whole part of above / below with halves away from zero; above of any sign, below > 0.
std::string divided_half_up(const SqlWriter& writer, const std::string& above, const std::string& below) {
  const std::string size = "abs(" + above + ")";
  if (!writer.sqlite()) {
    const std::string quotient = "div(2 * " + size + " + " + below + ", 2 * " + below + ")";
    return "(case when " + above + " < 0 then - " + quotient + " else " + quotient + " end)::bigint";
  }
  const std::string quotient = "(" + size + " / " + below + " + (" + size + " % " + below + " >= " + below + " - " + size + " % " + below + "))";
  return "case when " + above + " < 0 then - " + quotient + " else " + quotient + " end";
}

/// The sum of the selected values, or missing where no field of its kind could hold it. SQLite's own sum has 64 bits and fails beyond them: it is
/// taken in billions and rest.
std::string sum_within_bound(const SqlWriter& writer, Kind kind) {
  const std::string bound = writer.integer(field_bound(kind));
  const auto sum = [](const std::string& part) { return "coalesce(sum(q.v" + part + ") filter (where q.c), 0)"; };
  if (!writer.sqlite()) return "(case when abs(" + sum("") + ") <= " + bound + " then " + sum("") + " end)::bigint";
  const std::string billions = sum(" / 1000000000"), whole = billions + " * 1000000000 + " + sum(" % 1000000000");
  return "case when abs(" + billions + ") <= 8000000000 and abs(" + whole + ") <= " + bound + " then " + whole + " end";
}

/// The answer from columns q.c (condition) and q.v (value) when every row is decided and every selected row has a value.
std::string decided(SqlWriter& writer, const Related& what) {
  const std::string selected = "count(*) filter (where q.c)";
  switch (what.function) {
    case Function::count: return selected;
    case Function::sum: return sum_within_bound(writer, what.value->type.kind);
    case Function::min: return "min(q.v) filter (where q.c)";
    case Function::max: return "max(q.v) filter (where q.c)";
    case Function::distinct: return "count(distinct q.v) filter (where q.c)";
    case Function::avg: {
      const std::string above = "sum(q.v) filter (where q.c)";
      return "case when " + selected + " > 0 then " + divided_half_up(writer, above, selected) + " end";
    }
    case Function::share: {
      const std::string holds = "count(*) filter (where q.c and q.v)";
      return "case when " + selected + " > 0 then (" + holds + " * 2000000 + " + selected + ") / (2 * " + selected + ") end";
    }
    case Function::exists:
    case Function::latest: break;
  }
  CHECK(false);
}

std::string aggregate(SqlWriter& writer, const Related& what) {
  const std::string undecided = "count(*) filter (where q.c is null) > 0";
  if (what.function == Function::exists)
    return "case when count(*) filter (where q.c) > 0 then true when " + undecided + " then null else false end";
  const std::string valueless = what.value ? " or count(*) filter (where q.c and q.v is null) > 0" : "";
  return "case when " + undecided + valueless + " then null else " + decided(writer, what) + " end";
}

/// What no related row gives.
std::string of_none(SqlWriter& writer, const Node& node, Function function) {
  switch (function) {
    case Function::exists: return "false";
    case Function::count:
    case Function::sum:
    case Function::distinct: return writer.integer(0);
    default: return writer.missing(node.type.kind);
  }
}

/// Condition and value of related rows, as columns c and v (and o, i for the order); `around` is null where the query stands alone.
std::string rows_query(SqlWriter& writer, const Related& what, SqlScope* around, const std::string& id) {
  SqlScope rows(writer, what.record, writer.source(what.record), around);
  const std::string reference = rows.alias() + "." + sql_name(writer.field(what.record, what.reference).name);
  std::string query = "select " + (what.condition ? writer.write(what.condition, rows) : std::string("true")) + " as c";
  if (what.value) query += ", " + writer.write(what.value, rows) + " as v";
  if (what.order) query += ", " + writer.write(what.order, rows) + " as o, " + rows.alias() + "." + writer.id_column(what.record) + " as i";
  if (id.empty()) query += ", " + reference + " as k";
  query += " from " + rows.from();
  return id.empty() ? query : query + " where " + reference + " = " + id;
}

/// latest: the value of the selected row with the greatest order, the greatest id among equals.
std::string latest(SqlWriter& writer, const Related& what, SqlScope& scope, const std::string& id) {
  const std::string rows = rows_query(writer, what, &scope, id);
  const std::string unclear = "select count(*) from (" + rows + ") as q where q.c is null or (q.c and (q.o is null or q.i is null))";
  return "case when (" + unclear + ") = 0 then (select q.v from (" + rows + ") as q where q.c order by q.o desc, q.i desc limit 1) end";
}

}  // namespace

std::string write_node(SqlWriter& writer, SqlScope& scope, const Node& node, const Related& what) {
  if (writer.record_kind(scope.record()).id_field < 0) return writer.missing(node.type.kind);
  const std::string id = scope.alias() + "." + writer.id_column(scope.record());
  bool around = what.function == Function::latest || !scope.can_join();
  for (const NodePtr& part : {what.value, what.condition, what.order}) around = around || (part && reads_around(*part));
  if (what.function == Function::latest) return "case when " + id + " is not null then " + latest(writer, what, scope, id) + " end";
  if (around)
    return "case when " + id + " is not null then (select " + aggregate(writer, what) + " from (" + rows_query(writer, what, &scope, id) + ") as q) end";
  const std::string rows = rows_query(writer, what, nullptr, "");
  const std::string counted = scope.join_by_id("select q.k as k, " + aggregate(writer, what) + " as a from (" + rows + ") as q group by q.k");
  return "case when " + counted + ".k is not null then " + counted + ".a when " + id + " is not null then " + of_none(writer, node, what.function) + " end";
}

}  // namespace laoyou::rules
