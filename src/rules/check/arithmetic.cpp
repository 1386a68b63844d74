// Sums and exact products. What needs rounding stands in check_scale.cpp.
#include <tuple>

#include "rules/value/dimension.h"
#include "rules/check/expression_checker.h"

namespace laoyou::rules {
namespace {

const std::int64_t* constant(const NodePtr& node) {
  const auto* literal = std::get_if<Literal>(&node->what);
  return literal && literal->value ? &*literal->value : nullptr;
}

}  // namespace

NodePtr ExpressionChecker::check_unary(const ParseNode& at, const ParsedUnary& unary, const Scope& scope, const Hint& hint) {
  if (unary.sign == "not") {
    const NodePtr operand = check(unary.operand, scope, Hint{Type{Kind::boolean}, false});
    if (!require(operand, *unary.operand, Kind::boolean)) return nullptr;
    return make(at, {Kind::boolean}, 1, Unary{UnarySign::logical_not, operand});
  }
  const NodePtr operand = check(unary.operand, scope, hint);
  if (unary.sign != "-") return operand ? make(at, {Kind::boolean}, 1, Unary{UnarySign::is_missing, operand}) : nullptr;
  if (!require_number(operand, *unary.operand)) return nullptr;
  if (const std::int64_t* value = constant(operand)) return literal(at, operand->type, -*value);
  return make(at, operand->type, operand->bound, Unary{UnarySign::negate, operand});
}

NodePtr ExpressionChecker::check_sum(const ParseNode& at, const ParsedBinary& binary, const Scope& scope, const Hint& hint) {
  auto [left, right] = check_pair(binary.left, binary.right, scope, hint);
  if (left && right && left->type.kind == Kind::date) {
    refuse(at, right->type.kind == Kind::date ? "rules.date_difference" : "rules.date_sum");
    return nullptr;
  }
  const bool numbers = require_number(left, *binary.left);
  if (!require_number(right, *binary.right) || !numbers) return nullptr;
  std::tie(left, right) = in_one_type({left, right}, binary);
  if (!left) return nullptr;
  const bool add = binary.sign == "+";
  if (const std::int64_t *first = constant(left), *second = constant(right); first && second && left->bound + right->bound <= k_largest_bound)
    return literal(at, left->type, add ? *first + *second : *first - *second);
  return bounded(at, left->type, static_cast<__int128>(left->bound) + right->bound, Binary{add ? BinarySign::add : BinarySign::subtract, left, right});
}

NodePtr ExpressionChecker::check_product(const ParseNode& at, const ParsedBinary& binary, const Scope& scope) {
  const NodePtr left = check(binary.left, scope), right = check(binary.right, scope);
  const bool numbers = require_number(left, *binary.left);
  if (!require_number(right, *binary.right) || !numbers) return nullptr;
  const bool exact = binary.sign == "*" && (left->type.kind == Kind::integer || right->type.kind == Kind::integer);
  if (!exact) {
    const bool product = binary.sign == "*";
    const auto type = product ? type_of_product({left->type, right->type}, {}) : type_of_product({left->type}, {right->type});
    if (type)
      refuse(at, "rules.rounding_missing", {written(at)});
    else
      refuse(at, product ? "rules.no_such_product" : "rules.no_such_quotient", {type_name(left->type), type_name(right->type)});
    return nullptr;
  }
  const Type type = left->type.kind == Kind::integer ? right->type : left->type;
  const __int128 bound = static_cast<__int128>(left->bound) * right->bound;
  if (const std::int64_t *first = constant(left), *second = constant(right); first && second && bound <= k_largest_bound)
    return literal(at, type, *first * *second);
  return bounded(at, type, bound, Scale{left, right, nullptr});
}

}  // namespace laoyou::rules
