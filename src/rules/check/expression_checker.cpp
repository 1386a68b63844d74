#include "rules/check/expression_checker.h"

#include "rules/tree/typed_tree_walk.h"

#include "rules/value/unit.h"

namespace laoyou::rules {

namespace {

/// A text of the rule's own among the results: it has no position among the facts' texts (type.h).
bool gives_written_text(const Node& node) {
  if (node.type.kind != Kind::text) return false;
  if (std::holds_alternative<Literal>(node.what)) return true;
  bool found = false;
  for_each_child(node, [&](const Node& child) { found = found || gives_written_text(child); });
  return found;
}

}  // namespace

NodePtr ExpressionChecker::check_whole(const ParsePtr& root, const Scope& scope) {
  const NodePtr tree = check(root, scope);
  if (tree && gives_written_text(*tree)) {
    refuse(*root, "rules.text_as_value");
    return nullptr;
  }
  if (tree && tree->type.kind == Kind::boolean && !std::holds_alternative<Literal>(tree->what) && !prove_possible(*root, tree)) return nullptr;
  if (!scope.in_total() || require_number(tree, *root)) return tree;
  return nullptr;
}

NodePtr ExpressionChecker::check(const ParsePtr& node, const Scope& scope, const Hint& hint) {
  const ParseNode& at = *node;
  if (scope.in_total()) return check_total(node, scope);
  if (const auto* number = std::get_if<ParsedNumber>(&at.what)) return check_number(at, *number, hint);
  if (const auto* text = std::get_if<ParsedText>(&at.what)) return check_text(at, *text, hint);
  if (const auto* boolean = std::get_if<ParsedBoolean>(&at.what)) return literal(at, {Kind::boolean}, boolean->value);
  if (const auto* date = std::get_if<ParsedDate>(&at.what)) return check_date(at, *date);
  if (const auto* period = std::get_if<ParsedPeriod>(&at.what)) return check_period(at, *period);
  if (const auto* name = std::get_if<ParsedName>(&at.what)) return check_name(at, *name, scope, hint);
  if (const auto* unary = std::get_if<ParsedUnary>(&at.what)) return check_unary(at, *unary, scope, hint);
  if (const auto* binary = std::get_if<ParsedBinary>(&at.what)) return check_binary(at, *binary, scope, hint);
  if (const auto* in = std::get_if<ParsedIn>(&at.what)) return check_in(at, *in, scope);
  if (const auto* choice = std::get_if<ParsedCase>(&at.what)) return check_case(at, *choice, scope, hint);
  if (const auto* bands = std::get_if<ParsedBands>(&at.what)) return check_bands(at, *bands, scope, hint);
  if (const auto* lookup = std::get_if<ParsedLookup>(&at.what)) return check_lookup(at, *lookup, scope);
  if (const auto* call = std::get_if<ParsedCall>(&at.what)) return check_call(at, *call, scope);
  return check_aggregate(at, std::get<ParsedAggregate>(at.what), scope);
}

ExpressionChecker::Pair ExpressionChecker::check_pair(const ParsePtr& left, const ParsePtr& right, const Scope& scope, const Hint& hint) {
  const auto told_by = [&hint](const NodePtr& other) { return other ? Hint{other->type, false} : Hint{hint.type, true}; };
  if (waits_for_type(*left, scope) && !waits_for_type(*right, scope)) {
    const NodePtr second = check(right, scope, hint);
    return {check(left, scope, told_by(second)), second};
  }
  NodePtr first = check(left, scope, hint);
  const NodePtr second = check(right, scope, told_by(first));
  // A code's name wins over a field's where the other side is a code.
  if (first && second && second->type.kind == Kind::code && first->type != second->type && std::holds_alternative<ParsedName>(left->what))
    first = check(left, scope, told_by(second));
  return {first, second};
}

NodePtr ExpressionChecker::converted(const NodePtr& node, Type type) {
  if (node->type == type) return node;
  const std::optional<Conversion> by = conversion(node->type, type);
  if (!by) return nullptr;
  Node wider{type, node->span, node->id, 0, {}};
  if (const auto* constant = std::get_if<Literal>(&node->what); constant && constant->value) {
    const std::optional<std::int64_t> value = convert_exactly(*constant->value, *by);
    if (!value || std::abs(*value) > k_largest_bound) return nullptr;
    wider.bound = std::abs(*value);
    wider.what = Literal{*value, {}};
    return std::make_shared<const Node>(std::move(wider));
  }
  const __int128 bound = static_cast<__int128>(node->bound) * by->multiplier;
  if (by->divisor != 1 || bound > k_largest_bound) return nullptr;
  wider.bound = static_cast<std::int64_t>(bound);
  wider.what = Widen{node, by->multiplier};
  return std::make_shared<const Node>(std::move(wider));
}

ExpressionChecker::Pair ExpressionChecker::in_one_type(const Pair& pair, const ParsedBinary& places) {
  const auto& [left, right] = pair;
  if (!left || !right) return {};
  if (left->type == right->type) return pair;
  // A literal takes the type of what it meets, so that nothing is left to convert row by row; and where that fails, the literal is at fault.
  const auto is_literal = [](const NodePtr& node) { return std::holds_alternative<Literal>(node->what); };
  const bool left_first = is_literal(left) && !is_literal(right);
  for (const bool change_left : {left_first, !left_first}) {
    if (const NodePtr changed = change_left ? converted(left, right->type) : converted(right, left->type))
      return change_left ? Pair{changed, right} : Pair{left, changed};
  }
  if (left_first)
    refuse_types(*places.left, left->type, right->type);
  else
    refuse_types(*places.right, right->type, left->type);
  return {};
}

void ExpressionChecker::refuse_types(const ParseNode& place, Type found, Type wanted) {
  const bool unit_missing = std::holds_alternative<ParsedNumber>(place.what) && (found.kind == Kind::integer || found.kind == Kind::ratio) &&
                            (wanted.kind == Kind::money || wanted.kind == Kind::quantity);
  if (unit_missing) {
    const std::string unit = wanted.kind == Kind::money ? "元" : " " + std::string(units()[static_cast<std::size_t>(wanted.detail)].name);
    return refuse(place, "rules.unit_missing", {written(place), written(place) + unit});
  }
  if (found.kind == Kind::quantity && wanted.kind == Kind::quantity) return refuse(place, "rules.unit_mismatch", {type_name(found), type_name(wanted)});
  refuse(place, "rules.type_mismatch", {type_name(found), type_name(wanted)});
}

bool ExpressionChecker::require(const NodePtr& node, const ParseNode& place, Kind wanted) {
  if (!node) return false;
  if (node->type.kind == wanted) return true;
  refuse_types(place, node->type, {wanted});
  return false;
}

bool ExpressionChecker::require_number(const NodePtr& node, const ParseNode& place) {
  if (!node) return false;
  if (is_numeric(node->type.kind)) return true;
  refuse(place, "rules.not_a_number", {written(place), type_name(node->type)});
  return false;
}

void ExpressionChecker::refuse(const ParseNode& place, std::string_view code, std::vector<std::string> words) {
  draft_.report.add(text_, place.span.begin, code, std::move(words));
}

NodePtr ExpressionChecker::make(const ParseNode& at, Type type, std::int64_t bound, decltype(Node::what) what) {
  return std::make_shared<const Node>(Node{type, at.span, numbers_.number(at), bound, std::move(what)});
}

NodePtr ExpressionChecker::bounded(const ParseNode& at, Type type, __int128 bound, decltype(Node::what) what) {
  if (bound <= k_largest_bound) return make(at, type, static_cast<std::int64_t>(bound), std::move(what));
  refuse(at, "rules.may_overflow", {written(at)});
  return nullptr;
}

NodePtr ExpressionChecker::literal(const ParseNode& at, Type type, std::int64_t value) { return make(at, type, std::abs(value), Literal{value, {}}); }

std::string ExpressionChecker::written(const ParseNode& node) const { return text_.text.substr(node.span.begin, node.span.end - node.span.begin); }

}  // namespace laoyou::rules
