// Fields, rules, and what is known before any row is read.
#include "base/check.h"
#include "rules/sql/writer.h"

namespace laoyou::rules {

std::string write_node(SqlWriter& writer, SqlScope&, const Node& node, const Literal& what) {
  return node.type.kind == Kind::text ? writer.text(what.text) : writer.constant(node.type, what.value);
}

std::string write_node(SqlWriter& writer, SqlScope&, const Node& node, const ParameterRead&) {
  CHECK(node.type.kind != Kind::text);
  return writer.constant(node.type, *writer.known(node));
}

std::string write_node(SqlWriter& writer, SqlScope&, const Node& node, const ContextRead&) { return writer.constant(node.type, *writer.known(node)); }

std::string write_node(SqlWriter& writer, SqlScope& scope, const Node& node, const FieldRead& what) {
  const Field& field = writer.field(what.record, what.field);
  if (field.sealed) {
    writer.refuse_once(refuse("rules.sealed_field", {writer.record_kind(what.record).name, field.name}));
    return writer.missing(node.type.kind);
  }
  const std::string column = scope.alias_of(what.path) + "." + sql_name(field.name);
  switch (node.type.kind) {
    case Kind::boolean: return "(" + column + " <> 0)";
    case Kind::date: return sql_days_of_text(writer, column);
    case Kind::period: return sql_period_of_text(writer, column);
    case Kind::id:
      // The store writes a reference to nothing as 0; a record's own id never is.
      return what.field == writer.record_kind(what.record).id_field ? column : "case when " + column + " <> 0 then " + column + " end";
    default: break;
  }
  const std::int64_t multiplier = writer.target().storage.multiplier(what.record, what.field);
  return multiplier == 1 ? column : "(" + column + " * " + writer.integer(multiplier) + ")";
}

std::string write_node(SqlWriter&, SqlScope& scope, const Node&, const RuleRead& what) { return scope.alias_of(what.path) + "." + rule_column(what.rule); }

}  // namespace laoyou::rules
