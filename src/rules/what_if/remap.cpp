#include "rules/what_if/remap.h"

namespace laoyou::rules {
namespace {

// One overload for each kind of node that reads something or has children; changes its copy in place.
class Renumber {
 public:
  explicit Renumber(const Remap& remap) : remap_(remap) {}

  void operator()(ParameterRead& what) const { what.parameter = remap_.parameters[static_cast<std::size_t>(what.parameter)]; }
  void operator()(RuleRead& what) const { what.rule = remap_.rules[static_cast<std::size_t>(what.rule)]; }
  void operator()(TotalRead& what) const { what.rule = remap_.rules[static_cast<std::size_t>(what.rule)]; }
  void operator()(ParameterLookup& what) const {
    what.parameter = remap_.parameters[static_cast<std::size_t>(what.parameter)];
    each(what.key);
  }
  void operator()(Unary& what) const { each(what.operand); }
  void operator()(Binary& what) const { each(what.left, what.right); }
  void operator()(Fallback& what) const { each(what.left, what.right); }
  void operator()(InRanges& what) const { each(what.operand); }
  void operator()(Within& what) const { each(what.operand, what.outer); }
  void operator()(InPeriod& what) const { each(what.operand, what.outer); }
  void operator()(Scale& what) const { each(what.factor, what.factor2, what.divisor); }
  void operator()(Widen& what) const { each(what.operand); }
  void operator()(Related& what) const { each(what.value, what.condition, what.order); }
  void operator()(Total& what) const { each(what.value, what.condition); }
  void operator()(TotalArithmetic& what) const { each(what.left, what.right); }
  void operator()(Bands& what) const {
    each(what.key, what.otherwise);
    for (TableRow& row : what.rows) each(row.result);
  }
  void operator()(Case& what) const {
    for (auto& [condition, value] : what.branches) each(condition, value);
    each(what.otherwise);
  }
  void operator()(DateCall& what) const {
    for (NodePtr& argument : what.arguments) each(argument);
  }
  template <class Leaf>
  void operator()(Leaf&) const {}

 private:
  template <class... Nodes>
  void each(Nodes&... nodes) const {
    ((nodes = nodes ? remapped(nodes, remap_) : nodes), ...);
  }

  const Remap& remap_;
};

}  // namespace

NodePtr remapped(const NodePtr& tree, const Remap& remap) {
  auto copy = std::make_shared<Node>(*tree);
  std::visit(Renumber(remap), copy->what);
  return copy;
}

}  // namespace laoyou::rules
