#include "rules/sql/writer.h"

#include <algorithm>

#include "base/check.h"
#include "rules/value/period_value.h"

namespace laoyou::rules {
namespace {

// An expression up to this long is repeated where its value is needed twice.
constexpr std::size_t k_repeated_bytes = 480;
// SQLite joins 64 tables at most.
constexpr int k_most_tables = 60;

}  // namespace

SqlWriter::SqlWriter(const Book& book, const Period& period, const SqlTarget& target)
    : book_(book), period_(period), target_(target), written_(book.rules.size(), false) {}

std::string SqlWriter::write(const Node& node, SqlScope& scope) {
  return std::visit(
      [&]<class What>(const What& what) -> std::string {
        if constexpr (std::is_same_v<What, TotalRead> || std::is_same_v<What, Total> || std::is_same_v<What, TotalArithmetic>)
          CHECK(false);  // totals are put together after the database has answered
        else
          return write_node(*this, scope, node, what);
      },
      node.what);
}

std::string SqlWriter::write_or_missing(const NodePtr& node, Kind kind, SqlScope& scope) { return node ? write(*node, scope) : missing(kind); }

std::optional<Value> SqlWriter::known(const Node& node) const {
  if (node.type.kind == Kind::text) return std::nullopt;
  if (const auto* literal = std::get_if<Literal>(&node.what)) return literal->value;
  if (const auto* read = std::get_if<ParameterRead>(&node.what)) {
    const DatedValue* dated = book_.parameters[static_cast<std::size_t>(read->parameter)].on(period_.last_day());
    return dated == nullptr || dated->ended ? Value() : Value(dated->rows.at(0).value);
  }
  if (const auto* context = std::get_if<ContextRead>(&node.what)) {
    switch (context->what) {
      case ContextRead::What::period: return pack_period(period_);
      case ContextRead::What::period_start: return period_.first_day().days();
      case ContextRead::What::period_end: return period_.last_day().days();
      case ContextRead::What::plan_region: return book_.region.number();
    }
  }
  return std::nullopt;
}

std::string SqlWriter::source(int record) const {
  const auto found = sources_.find(record);
  return found == sources_.end() ? sql_name(record_kind(record).name) : found->second;
}

const RecordKind& SqlWriter::record_kind(int record) const { return book_.schema.records[static_cast<std::size_t>(record)]; }
const Field& SqlWriter::field(int record, int field) const { return record_kind(record).fields[static_cast<std::size_t>(field)]; }

std::string SqlWriter::id_column(int record) const {
  const int id = record_kind(record).id_field;
  CHECK(id >= 0);
  return sql_name(field(record, id).name);
}

void SqlWriter::refuse_once(Refusal refusal) {
  if (!refusal_) refusal_ = std::move(refusal);
}

int SqlWriter::tables_of(int record) const {
  const auto found = tables_.find(record);
  return found == tables_.end() ? 1 : found->second;
}

void SqlWriter::note_tables(int tables) {
  if (sqlite() && tables > k_most_tables) refuse_once(refuse("rules.sql_too_large"));
}

std::string SqlWriter::bind(const std::string& expression, const std::function<std::string(const std::string&)>& body) {
  if (expression.size() <= k_repeated_bytes) return body(expression);
  return bind_all({expression}, [&](const std::vector<std::string>& names) { return body(names[0]); });
}

std::string SqlWriter::bind_all(const std::vector<std::string>& expressions, const std::function<std::string(const std::vector<std::string>&)>& body) {
  const std::string alias = fresh_alias();
  std::string columns;
  std::vector<std::string> names;
  for (const std::string& expression : expressions) {
    const std::string column = "v" + std::to_string(names.size() + 1);
    columns += (names.empty() ? "" : ", ") + expression + " as " + column;
    names.push_back(alias + "." + column);
  }
  // PostgreSQL would dissolve the inner query and copy the expressions to every place again, were it not for the offset.
  return "(select " + body(names) + " from (select " + columns + (sqlite() ? "" : " offset 0") + ") as " + alias + ")";
}

}  // namespace laoyou::rules
