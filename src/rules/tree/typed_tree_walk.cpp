#include "rules/tree/typed_tree_walk.h"

namespace laoyou::rules {
namespace {

// One overload for each kind of node that has children.
class Children {
 public:
  explicit Children(const std::function<void(const Node&)>& visit) : visit_(visit) {}

  void operator()(const ParameterLookup& what) const { each(what.key); }
  void operator()(const Unary& what) const { each(what.operand); }
  void operator()(const Binary& what) const { each(what.left, what.right); }
  void operator()(const Fallback& what) const { each(what.left, what.right); }
  void operator()(const InRanges& what) const { each(what.operand); }
  void operator()(const Within& what) const { each(what.operand, what.outer); }
  void operator()(const InPeriod& what) const { each(what.operand, what.outer); }
  void operator()(const Scale& what) const { each(what.factor, what.factor2, what.divisor); }
  void operator()(const Widen& what) const { each(what.operand); }
  void operator()(const Related& what) const { each(what.value, what.condition, what.order); }
  void operator()(const Total& what) const { each(what.value, what.condition); }
  void operator()(const TotalArithmetic& what) const { each(what.left, what.right); }
  void operator()(const Bands& what) const {
    each(what.key);
    for (const TableRow& row : what.rows) each(row.result);
    each(what.otherwise);
  }
  void operator()(const Case& what) const {
    for (const auto& [condition, value] : what.branches) each(condition, value);
    each(what.otherwise);
  }
  void operator()(const DateCall& what) const {
    for (const NodePtr& argument : what.arguments) each(argument);
  }
  template <class Leaf>
  void operator()(const Leaf&) const {}

 private:
  template <class... Nodes>
  void each(const Nodes&... nodes) const {
    ((nodes ? visit_(*nodes) : void()), ...);
  }

  const std::function<void(const Node&)>& visit_;
};

}  // namespace

void for_each_child(const Node& node, const std::function<void(const Node&)>& visit) { std::visit(Children(visit), node.what); }

}  // namespace laoyou::rules
