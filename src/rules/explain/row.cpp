#include <algorithm>

#include "base/check.h"
#include "rules/explain/explain.h"

namespace laoyou::rules {
namespace {

// Evaluates every node that is shown on its own, through the row evaluator: the tree can say nothing else than the answer.
class Telling {
 public:
  Telling(const RowEvaluator& evaluator, std::size_t most_members) : evaluator_(evaluator), most_members_(most_members) {}

  ExplainedNode tell(int rule, const Node& node, const RowStack& rows) const {
    ExplainedNode told;
    told.rule = rule;
    told.node = &node;
    told.rows = rows;
    told.value = evaluator_.evaluate(node, rows);
    told.open = !told.value && !evaluate_partially(evaluator_, node, rows).open.empty();
    std::visit([&](const auto& what) { fill(told, what); }, node.what);
    return told;
  }

 private:
  void child(ExplainedNode& told, const NodePtr& node) const {
    if (node) told.children.push_back(tell(told.rule, *node, told.rows));
  }

  // Leaves: literals, fields, the period.
  template <class Leaf>
  void fill(ExplainedNode&, const Leaf&) const {}

  void fill(ExplainedNode& told, const Unary& what) const { child(told, what.operand); }
  void fill(ExplainedNode& told, const Binary& what) const { child(told, what.left), child(told, what.right); }
  void fill(ExplainedNode& told, const InRanges& what) const { child(told, what.operand); }
  void fill(ExplainedNode& told, const Within& what) const { child(told, what.operand), child(told, what.outer); }
  void fill(ExplainedNode& told, const InPeriod& what) const { child(told, what.operand), child(told, what.outer); }
  void fill(ExplainedNode& told, const Widen& what) const { child(told, what.operand); }
  void fill(ExplainedNode& told, const Scale& what) const { child(told, what.factor), child(told, what.factor2), child(told, what.divisor); }
  void fill(ExplainedNode& told, const DateCall& what) const {
    for (const NodePtr& argument : what.arguments) child(told, argument);
  }

  void fill(ExplainedNode& told, const Fallback& what) const {
    child(told, what.left);
    if (!told.children.back().value) child(told, what.right);
  }

  void fill(ExplainedNode& told, const RuleRead& what) const {
    const std::optional<RowAt> row = evaluator_.follow(what.path, told.rows);
    if (row) told.children.push_back(tell(what.rule, *evaluator_.book().rules[static_cast<std::size_t>(what.rule)].tree, {*row}));
  }

  const DatedValue* version(int parameter) const { return evaluator_.book().parameters[static_cast<std::size_t>(parameter)].on(evaluator_.period().last_day()); }
  void fill(ExplainedNode& told, const ParameterRead& what) const { told.version = version(what.parameter); }

  void fill(ExplainedNode& told, const ParameterLookup& what) const {
    child(told, what.key);
    told.version = version(what.parameter);
    const Value key = told.children.back().value;
    if (told.version == nullptr || !key) return;
    for (const DatedValue::Row& row : told.version->rows)
      if ((!row.low || *row.low <= *key) && (!row.high || *key <= *row.high)) told.table_row = &row;
  }

  void fill(ExplainedNode& told, const Bands& what) const {
    child(told, what.key);
    const Value key = told.children.back().value;
    if (!key) return;
    for (std::size_t row = 0; row < what.rows.size() && told.branch < 0; ++row)
      if ((!what.rows[row].low || *what.rows[row].low <= *key) && (!what.rows[row].high || *key <= *what.rows[row].high)) told.branch = static_cast<int>(row);
    if (told.branch >= 0) child(told, what.rows[static_cast<std::size_t>(told.branch)].result);
    else take_otherwise(told, what.otherwise, what.rows.size());
  }

  void fill(ExplainedNode& told, const Case& what) const {
    bool undecided = false;
    for (std::size_t i = 0; i < what.branches.size(); ++i) {
      child(told, what.branches[i].first);
      const Value holds = told.children.back().value;
      if (holds == Value(1)) {
        told.branch = static_cast<int>(i);
        child(told, what.branches[i].second);
        return;
      }
      undecided = undecided || !holds;
      if (undecided && what.ordered) return;
    }
    if (!undecided) take_otherwise(told, what.otherwise, what.branches.size());
  }

  void take_otherwise(ExplainedNode& told, const NodePtr& otherwise, std::size_t behind) const {
    if (!otherwise) return;
    told.branch = static_cast<int>(behind);
    child(told, otherwise);
  }

  void fill(ExplainedNode& told, const Related& what) const {
    const Value id = evaluator_.id_of(told.rows.back());
    if (!id) return;
    const std::vector<std::size_t>& rows = evaluator_.rows_naming(what.record, what.reference, *id);
    told.members_in_all = rows.size();
    for (std::size_t i = 0; i < std::min(rows.size(), most_members_); ++i) {
      ExplainedNode::Member member{{what.record, rows[i]}, 1, {}};
      RowStack stack = told.rows;
      stack.push_back(member.row);
      if (what.condition) member.children.push_back(tell(told.rule, *what.condition, stack));
      if (what.condition) member.counts = member.children.back().value;
      for (const NodePtr& part : {what.value, what.order})
        if (part && member.counts == Value(1)) member.children.push_back(tell(told.rule, *part, stack));
      told.members.push_back(std::move(member));
    }
  }

  const RowEvaluator& evaluator_;
  std::size_t most_members_;
};

}  // namespace

Explanation explain_row(const RowEvaluator& evaluator, int rule, std::size_t row, std::size_t most_members) {
  const Rule& asked = evaluator.book().rules[static_cast<std::size_t>(rule)];
  CHECK(asked.record >= 0);
  Explanation told{rule, {asked.record, row}, evaluator.period(), {}, Verdict::decided, {}, {}};
  told.tree = Telling(evaluator, most_members).tell(rule, *asked.tree, {told.row});
  told.value = told.tree.value;
  if (told.value) return told;
  told.needs = evaluate_partially(evaluator, *asked.tree, {told.row}).open;
  told.verdict = told.needs.empty() ? Verdict::no_value : Verdict::open;
  return told;
}

}  // namespace laoyou::rules
