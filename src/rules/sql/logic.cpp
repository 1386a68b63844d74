// Truth of three values is SQL's own for comparisons, and, or, not; the rest is written out.
#include "base/check.h"
#include "rules/sql/writer.h"

namespace laoyou::rules {
namespace {

std::string_view sign_text(BinarySign sign) {
  switch (sign) {
    case BinarySign::add: return " + ";
    case BinarySign::subtract: return " - ";
    case BinarySign::equal: return " = ";
    case BinarySign::unequal: return " <> ";
    case BinarySign::less: return " < ";
    case BinarySign::less_equal: return " <= ";
    case BinarySign::greater: return " > ";
    case BinarySign::greater_equal: return " >= ";
    case BinarySign::logical_and: return " and ";
    case BinarySign::logical_or: return " or ";
  }
  CHECK(false);
}

}  // namespace

std::string write_node(SqlWriter& writer, SqlScope& scope, const Node&, const Unary& what) {
  const std::string operand = writer.write(what.operand, scope);
  switch (what.sign) {
    case UnarySign::logical_not: return "(not " + operand + ")";
    case UnarySign::negate: return "(- " + operand + ")";
    case UnarySign::is_missing: return "(" + operand + " is null)";
  }
  CHECK(false);
}

std::string write_node(SqlWriter& writer, SqlScope& scope, const Node&, const Binary& what) {
  return "(" + writer.write(what.left, scope) + std::string(sign_text(what.sign)) + writer.write(what.right, scope) + ")";
}

std::string write_node(SqlWriter& writer, SqlScope& scope, const Node&, const Fallback& what) {
  const std::string right = writer.write(what.right, scope);
  // Not coalesce: PostgreSQL 15 does not hand it to foreign servers.
  return writer.bind(writer.write(what.left, scope), [&](const std::string& left) { return "case when " + left + " is null then " + right + " else " + left + " end"; });
}

std::string write_node(SqlWriter& writer, SqlScope& scope, const Node&, const Widen& what) {
  const std::string operand = writer.write(what.operand, scope);
  return what.multiplier == 1 ? operand : "(" + operand + " * " + writer.integer(what.multiplier) + ")";
}

}  // namespace laoyou::rules
