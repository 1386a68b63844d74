// Comparisons, and what combines them: and, or, else, within.
#include <algorithm>

#include "rules/check/expression_checker.h"

namespace laoyou::rules {
namespace {

std::optional<BinarySign> comparison_sign(std::string_view sign) {
  if (sign == "=") return BinarySign::equal;
  if (sign == "!=") return BinarySign::unequal;
  if (sign == "<") return BinarySign::less;
  if (sign == "<=") return BinarySign::less_equal;
  if (sign == ">") return BinarySign::greater;
  if (sign == ">=") return BinarySign::greater_equal;
  return std::nullopt;
}

}  // namespace

bool is_ordered(Kind kind) { return is_numeric(kind) || kind == Kind::date || kind == Kind::period; }

NodePtr ExpressionChecker::check_binary(const ParseNode& at, const ParsedBinary& binary, const Scope& scope, const Hint& hint) {
  if (binary.sign == "and" || binary.sign == "or") return check_logic(at, binary, scope);
  if (binary.sign == "else") return check_fallback(at, binary, scope, hint);
  if (binary.sign == "within") return check_within(at, binary, scope);
  if (binary.sign == "+" || binary.sign == "-") return check_sum(at, binary, scope, hint);
  if (binary.sign == "*" || binary.sign == "/") return check_product(at, binary, scope);
  return check_comparison(at, binary, scope);
}

NodePtr ExpressionChecker::check_logic(const ParseNode& at, const ParsedBinary& binary, const Scope& scope) {
  const Hint boolean{Type{Kind::boolean}, false};
  const NodePtr left = check(binary.left, scope, boolean), right = check(binary.right, scope, boolean);
  const bool first = require(left, *binary.left, Kind::boolean);
  if (!require(right, *binary.right, Kind::boolean) || !first) return nullptr;
  return make(at, {Kind::boolean}, 1, Binary{binary.sign == "and" ? BinarySign::logical_and : BinarySign::logical_or, left, right});
}

NodePtr ExpressionChecker::check_comparison(const ParseNode& at, const ParsedBinary& binary, const Scope& scope) {
  const auto [left, right] = in_one_type(check_pair(binary.left, binary.right, scope), binary);
  if (!left) return nullptr;
  const BinarySign sign = *comparison_sign(binary.sign);
  const Kind kind = left->type.kind;
  const bool equality = sign == BinarySign::equal || sign == BinarySign::unequal;
  if (!equality && !is_ordered(kind)) {
    refuse(at, "rules.no_order", {type_name(left->type), binary.sign});
    return nullptr;
  }
  const auto is_literal = [](const NodePtr& node) { return std::holds_alternative<Literal>(node->what); };
  // Texts are told apart by their position among the facts' texts: two fields are not comparable there, two literals need no rule.
  if (kind == Kind::text && is_literal(left) == is_literal(right)) {
    refuse(at, "rules.text_with_text");
    return nullptr;
  }
  return make(at, {Kind::boolean}, 1, Binary{sign, left, right});
}

NodePtr ExpressionChecker::check_within(const ParseNode& at, const ParsedBinary& binary, const Scope& scope) {
  const Hint region{Type{Kind::region}, false};
  const NodePtr operand = check(binary.left, scope, region), outer = check(binary.right, scope, region);
  const bool first = require(operand, *binary.left, Kind::region);
  if (!require(outer, *binary.right, Kind::region) || !first) return nullptr;
  return make(at, {Kind::boolean}, 1, Within{operand, outer});
}

NodePtr ExpressionChecker::check_fallback(const ParseNode& at, const ParsedBinary& binary, const Scope& scope, const Hint& hint) {
  const auto [left, right] = in_one_type(check_pair(binary.left, binary.right, scope, hint), binary);
  if (!left) return nullptr;
  return make(at, left->type, std::max(left->bound, right->bound), Fallback{left, right});
}

}  // namespace laoyou::rules
