// One way through the children of a parse node, in the order in which they are written.
#pragma once

#include <type_traits>

#include "rules/text/parse_tree.h"

namespace laoyou::rules {

namespace children {

template <class F>
void visit(const ParsedRange& range, F& f) {
  if (range.low) f(range.low);
  if (range.high && range.high != range.low) f(range.high);
}

template <class F>
struct Visitor {
  F& f;
  void one(const ParsePtr& child) {
    if (child) f(child);
  }
  void operator()(const ParsedUnary& node) { one(node.operand); }
  void operator()(const ParsedBinary& node) { one(node.left), one(node.right); }
  void operator()(const ParsedIn& node) {
    one(node.operand);
    for (const ParsedRange& range : node.ranges) visit(range, f);
  }
  void operator()(const ParsedCase& node) {
    for (const auto& [condition, value] : node.branches) one(condition), one(value);
    one(node.otherwise);
  }
  void operator()(const ParsedBands& node) {
    one(node.key);
    for (const auto& [range, value] : node.rows) visit(range, f), one(value);
    one(node.otherwise);
  }
  void operator()(const ParsedLookup& node) { one(node.key); }
  void operator()(const ParsedCall& node) {
    for (const ParsePtr& argument : node.arguments) one(argument);
  }
  void operator()(const ParsedAggregate& node) { one(node.value), one(node.condition), one(node.order); }
  template <class Leaf>
  void operator()(const Leaf&) {}
};

}  // namespace children

/// Calls f(child) for each child; a range of a single value is one child.
template <class F>
void for_each_child(const ParseNode& node, F&& f) {
  std::visit(children::Visitor<std::remove_reference_t<F>>{f}, node.what);
}

}  // namespace laoyou::rules
