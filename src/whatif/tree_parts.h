// Conditions made of checked expressions: what a comparison of two books asks that neither of them says.
#pragma once

#include <utility>

#include "rules/tree/typed_tree.h"

namespace laoyou::whatif {

inline constexpr rules::Type k_boolean{rules::Kind::boolean, -1}, k_integer{rules::Kind::integer, -1};

inline rules::NodePtr make_node(rules::Type type, std::int64_t bound, decltype(rules::Node::what) what) {
  rules::Node made;
  made.type = type;
  made.bound = bound;
  made.what = std::move(what);
  return std::make_shared<const rules::Node>(std::move(made));
}
inline rules::NodePtr truth(bool value) { return make_node(k_boolean, 1, rules::Literal{value ? 1 : 0, {}}); }
inline rules::NodePtr zero(rules::Type type) { return make_node(type, 0, rules::Literal{0, {}}); }
inline rules::NodePtr compared(rules::BinarySign sign, rules::NodePtr left, rules::NodePtr right) {
  return make_node(k_boolean, 1, rules::Binary{sign, std::move(left), std::move(right)});
}
inline rules::NodePtr both(rules::NodePtr left, rules::NodePtr right) { return compared(rules::BinarySign::logical_and, std::move(left), std::move(right)); }
inline rules::NodePtr either(rules::NodePtr left, rules::NodePtr right) { return compared(rules::BinarySign::logical_or, std::move(left), std::move(right)); }
inline rules::NodePtr no(rules::NodePtr operand) { return make_node(k_boolean, 1, rules::Unary{rules::UnarySign::logical_not, std::move(operand)}); }
/// TRUE only where the condition is; where it is missing, FALSE. Nothing stands for every row.
inline rules::NodePtr holds(rules::NodePtr condition) {
  return condition ? make_node(k_boolean, 1, rules::Fallback{std::move(condition), truth(false)}) : truth(true);
}

}  // namespace laoyou::whatif
