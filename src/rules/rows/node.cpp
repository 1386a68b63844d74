#include "rules/rows/node.h"

#include "base/check.h"
#include "rules/totals/rational.h"
#include "rules/value/period_value.h"

namespace laoyou::rules {
namespace {

// Kleene's conjunction: FALSE decides alone.
Value conjunction(Value left, Value right) {
  if (left == Value(0) || right == Value(0)) return 0;
  return left && right ? Value(1) : Value();
}

Value disjunction(Value left, Value right) {
  if (left == Value(1) || right == Value(1)) return 1;
  return left && right ? Value(0) : Value();
}

}  // namespace

std::int64_t text_number(const TextPool& texts, const std::string& text) {
  const std::int64_t position = texts.find(text);
  if (position >= 0) return position;
  return -1 - static_cast<std::int64_t>(std::hash<std::string>()(text) >> 2);
}

Value row_literal(const RowEvaluator& evaluator, const Node& node, const Literal& what) {
  if (node.type.kind == Kind::text) return text_number(evaluator.facts().texts, what.text);
  return what.value;
}

Value row_context(const RowEvaluator& evaluator, const ContextRead& what) {
  switch (what.what) {
    case ContextRead::What::period: return pack_period(evaluator.period());
    case ContextRead::What::period_start: return evaluator.period().first_day().days();
    case ContextRead::What::period_end: return evaluator.period().last_day().days();
    case ContextRead::What::plan_region: return evaluator.book().region.number();
  }
  CHECK(false);
}

Value row_lookup(const Parameter& parameter, Date day, Value key) {
  const DatedValue* const table = parameter.on(day);
  if (table == nullptr || table->ended || !key) return {};
  for (const DatedValue::Row& row : table->rows)
    if ((!row.low || *row.low <= *key) && (!row.high || *key <= *row.high)) return row.value;
  return table->otherwise;
}

Value row_binary(BinarySign sign, Value left, Value right) {
  if (sign == BinarySign::logical_and) return conjunction(left, right);
  if (sign == BinarySign::logical_or) return disjunction(left, right);
  if (!left || !right) return {};
  switch (sign) {
    case BinarySign::add: return narrow(Wide{*left} + *right);
    case BinarySign::subtract: return narrow(Wide{*left} - *right);
    case BinarySign::equal: return *left == *right;
    case BinarySign::unequal: return *left != *right;
    case BinarySign::less: return *left < *right;
    case BinarySign::less_equal: return *left <= *right;
    case BinarySign::greater: return *left > *right;
    case BinarySign::greater_equal: return *left >= *right;
    case BinarySign::logical_and:
    case BinarySign::logical_or: break;
  }
  CHECK(false);
}

Value row_scale(const Scale& what, Value factor, Value factor2, Value divisor) {
  if (!factor || !factor2 || !divisor || *divisor == 0) return {};
  Wide above = 0;
  CHECK(!__builtin_mul_overflow(Wide{*factor} * *factor2, Wide{what.scale_up}, &above));
  return narrow(divide_wide(above, Wide{*divisor} * what.scale_down, what.rounding));
}

}  // namespace laoyou::rules
