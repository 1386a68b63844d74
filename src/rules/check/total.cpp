// Totals: aggregates, numbers, plain parameters and other totals, with + - * / over exact fractions. A number without unit needs no
// conversion to a ratio here, since both are fractions; units of one dimension are converted by a factor.
#include "rules/value/dimension.h"
#include "rules/check/expression_checker.h"

namespace laoyou::rules {

NodePtr ExpressionChecker::check_total(const ParsePtr& node, const Scope& scope) {
  const ParseNode& at = *node;
  if (const auto* number = std::get_if<ParsedNumber>(&at.what)) return check_number(at, *number, {});
  if (const auto* aggregate = std::get_if<ParsedAggregate>(&at.what)) return check_aggregate(at, *aggregate, scope);
  if (const auto* name = std::get_if<ParsedName>(&at.what)) return total_name(at, *name, scope);
  if (const auto* unary = std::get_if<ParsedUnary>(&at.what); unary && unary->sign == "-") {
    const NodePtr operand = check(unary->operand, scope);
    if (!require_number(operand, *unary->operand)) return nullptr;
    return make(at, operand->type, operand->bound, TotalArithmetic{'-', literal(at, operand->type, 0), operand});
  }
  const auto* binary = std::get_if<ParsedBinary>(&at.what);
  const std::string_view sign = binary ? std::string_view(binary->sign) : std::string_view();
  if (sign == "+" || sign == "-" || sign == "*" || sign == "/") return total_arithmetic(at, *binary, scope);
  refuse(at, "rules.not_in_total", {written(at)});
  return nullptr;
}

NodePtr ExpressionChecker::total_name(const ParseNode& at, const ParsedName& name, const Scope& scope) {
  using What = Meaning::What;
  const Meaning meaning = find_meaning(draft_, name.parts, scope);
  if (meaning.what == What::total) {
    const DraftRule& read = draft_.checked_rule(meaning.position, text_, at.span.begin);
    return read.tree ? make(at, read.tree->type, read.tree->bound, TotalRead{read.position}) : nullptr;
  }
  if (meaning.what == What::parameter && !meaning.end_of_period) {
    const NodePtr read = read_parameter(at, meaning.position);
    return require_number(read, at) ? read : nullptr;
  }
  if (meaning.what != What::nothing) {
    refuse(at, "rules.not_in_total", {written(at)});
    return nullptr;
  }
  for (int record = 0; record < static_cast<int>(draft_.schema.records.size()); ++record) {
    if (find_meaning(draft_, name.parts, Scope{{record}}).what == What::nothing) continue;
    refuse(at, "rules.row_in_total", {written(at), record_words(draft_.schema.records[static_cast<std::size_t>(record)])});
    return nullptr;
  }
  return unknown_name(at, name, scope, {}, meaning);
}

NodePtr ExpressionChecker::total_arithmetic(const ParseNode& at, const ParsedBinary& binary, const Scope& scope) {
  NodePtr left = check(binary.left, scope), right = check(binary.right, scope);
  const bool numbers = require_number(left, *binary.left);
  if (!require_number(right, *binary.right) || !numbers) return nullptr;
  const char sign = binary.sign[0];
  // Totals are exact fractions of any size; the bound is only that of int64.
  constexpr std::int64_t bound = INT64_MAX;
  if (sign == '*' || sign == '/') {
    const auto type = sign == '*' ? type_of_product({left->type, right->type}, {}) : type_of_product({left->type}, {right->type});
    if (!type) {
      refuse(at, sign == '*' ? "rules.no_such_product" : "rules.no_such_quotient", {type_name(left->type), type_name(right->type)});
      return nullptr;
    }
    return in_plain_unit(at, TotalArithmetic{sign, left, right}, *type);
  }
  const auto is_plain = [](const NodePtr& node) { return node->type.kind == Kind::integer || node->type.kind == Kind::ratio; };
  if (is_plain(left) && is_plain(right)) return make(at, left->type == right->type ? left->type : Type{Kind::ratio}, bound, TotalArithmetic{sign, left, right});
  const std::optional<Conversion> by = conversion(right->type, left->type);
  if (!by) {
    refuse_types(*binary.right, right->type, left->type);
    return nullptr;
  }
  if (by->multiplier != 1) right = make(at, left->type, bound, TotalArithmetic{'*', right, literal(at, {Kind::integer}, by->multiplier)});
  if (by->divisor != 1) right = make(at, left->type, bound, TotalArithmetic{'/', right, literal(at, {Kind::integer}, by->divisor)});
  return make(at, left->type, bound, TotalArithmetic{sign, left, right});
}

NodePtr ExpressionChecker::in_plain_unit(const ParseNode& at, TotalArithmetic product, Type type) {
  constexpr std::int64_t bound = INT64_MAX;
  const Type left = product.left->type, right = product.right->type;
  // 2 h of 90 min: the quotient of the numbers is not yet the quotient of the times.
  const bool mixed = product.sign == '/' && left.kind == Kind::quantity && right.kind == Kind::quantity && left != right;
  NodePtr made = make(at, type, bound, std::move(product));
  if (!mixed) return made;
  const Conversion by = *conversion(left, right);
  if (by.multiplier != 1) made = make(at, type, bound, TotalArithmetic{'*', made, literal(at, {Kind::integer}, by.multiplier)});
  if (by.divisor != 1) made = make(at, type, bound, TotalArithmetic{'/', made, literal(at, {Kind::integer}, by.divisor)});
  return made;
}

}  // namespace laoyou::rules
