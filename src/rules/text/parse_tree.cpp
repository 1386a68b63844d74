#include "rules/text/parse_tree.h"

#include <algorithm>

namespace laoyou::rules {
namespace {

bool same(const ParsePtr& left, const ParsePtr& right) { return left && right ? same_tree(*left, *right) : !left && !right; }

bool same(const ParsedRange& left, const ParsedRange& right) { return same(left.low, right.low) && same(left.high, right.high); }

template <class Left, class Right>
bool same(const std::pair<Left, ParsePtr>& left, const std::pair<Left, Right>& right) {
  return same(left.first, right.first) && same(left.second, right.second);
}

template <class Each>
bool same(const std::vector<Each>& left, const std::vector<Each>& right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](const Each& one, const Each& other) { return same(one, other); });
}

/// Compares two nodes of one kind.
struct Comparer {
  bool operator()(const ParsedNumber& one, const ParsedNumber& other) const { return one.digits == other.digits && one.unit == other.unit; }
  bool operator()(const ParsedDate& one, const ParsedDate& other) const { return one.text == other.text; }
  bool operator()(const ParsedPeriod& one, const ParsedPeriod& other) const { return one.text == other.text; }
  bool operator()(const ParsedText& one, const ParsedText& other) const { return one.text == other.text; }
  bool operator()(const ParsedBoolean& one, const ParsedBoolean& other) const { return one.value == other.value; }
  bool operator()(const ParsedName& one, const ParsedName& other) const { return one.parts == other.parts; }
  bool operator()(const ParsedUnary& one, const ParsedUnary& other) const { return one.sign == other.sign && same(one.operand, other.operand); }
  bool operator()(const ParsedBinary& one, const ParsedBinary& other) const {
    return one.sign == other.sign && same(one.left, other.left) && same(one.right, other.right);
  }
  bool operator()(const ParsedIn& one, const ParsedIn& other) const {
    return one.negated == other.negated && same(one.operand, other.operand) && same(one.ranges, other.ranges);
  }
  bool operator()(const ParsedCase& one, const ParsedCase& other) const {
    return one.ordered == other.ordered && same(one.branches, other.branches) && same(one.otherwise, other.otherwise);
  }
  bool operator()(const ParsedBands& one, const ParsedBands& other) const {
    return same(one.key, other.key) && same(one.rows, other.rows) && same(one.otherwise, other.otherwise);
  }
  bool operator()(const ParsedLookup& one, const ParsedLookup& other) const { return one.table == other.table && same(one.key, other.key); }
  bool operator()(const ParsedCall& one, const ParsedCall& other) const { return one.function == other.function && same(one.arguments, other.arguments); }
  bool operator()(const ParsedAggregate& one, const ParsedAggregate& other) const {
    return one.function == other.function && one.record == other.record && same(one.value, other.value) && same(one.condition, other.condition) &&
           same(one.order, other.order);
  }
  template <class One, class Other>
  bool operator()(const One&, const Other&) const {
    return false;
  }
};

}  // namespace

bool same_tree(const ParseNode& left, const ParseNode& right) { return std::visit(Comparer{}, left.what, right.what); }

}  // namespace laoyou::rules
