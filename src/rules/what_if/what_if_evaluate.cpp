// One question to the merged book: the totals before and after, and for each total the rows that it counts differently.
#include <algorithm>
#include <map>

#include "base/check.h"
#include "rules/totals/rational.h"
#include "rules/totals/totals.h"
#include "rules/what_if/what_if.h"

namespace laoyou::rules {
namespace {

constexpr Type k_boolean{Kind::boolean, -1}, k_integer{Kind::integer, -1};

NodePtr node(Type type, std::int64_t bound, decltype(Node::what) what) {
  Node made;
  made.type = type;
  made.bound = bound;
  made.what = std::move(what);
  return std::make_shared<const Node>(std::move(made));
}

NodePtr truth(bool value) { return node(k_boolean, 1, Literal{value ? 1 : 0, {}}); }
NodePtr binary(BinarySign sign, NodePtr left, NodePtr right) { return node(k_boolean, 1, Binary{sign, std::move(left), std::move(right)}); }
NodePtr either(NodePtr left, NodePtr right) { return binary(BinarySign::logical_or, std::move(left), std::move(right)); }
NodePtr is_missing(NodePtr operand) { return node(k_boolean, 1, Unary{UnarySign::is_missing, std::move(operand)}); }
/// TRUE only where the condition is.
NodePtr holds(NodePtr condition) { return condition ? node(k_boolean, 1, Fallback{std::move(condition), truth(false)}) : truth(true); }

/// TRUE or FALSE: whether the two are different values, a missing one being a value of its own.
NodePtr differ(const NodePtr& left, const NodePtr& right) {
  if (!left && !right) return truth(false);
  const NodePtr a = left ? left : truth(true), b = right ? right : truth(true);
  if (a->type != b->type) return truth(true);
  return either(binary(BinarySign::unequal, is_missing(a), is_missing(b)), holds(binary(BinarySign::unequal, a, b)));
}

/// Rows that one of the two counts otherwise than the other.
NodePtr touched(const Total& before, const Total& after) {
  const NodePtr selected = either(holds(before.condition), holds(after.condition));
  if (before.function != after.function) return selected;
  if (!before.value && !after.value) return differ(before.condition, after.condition);
  return either(differ(before.condition, after.condition), binary(BinarySign::logical_and, selected, differ(before.value, after.value)));
}

/// The rows that the change of one rule touches, as one condition for each record that its aggregates count.
std::map<int, NodePtr> touched_rows(const Book& together, int before, int after) {
  const std::vector<const Node*> old_nodes = totals_of(together, before), new_nodes = totals_of(together, after);
  std::map<int, NodePtr> found;
  const auto add = [&](int record, NodePtr condition) {
    NodePtr& known = found[record];
    known = known ? either(known, std::move(condition)) : std::move(condition);
  };
  for (std::size_t i = 0; i < std::max(old_nodes.size(), new_nodes.size()); ++i) {
    const Total* old_total = i < old_nodes.size() ? &std::get<Total>(old_nodes[i]->what) : nullptr;
    const Total* new_total = i < new_nodes.size() ? &std::get<Total>(new_nodes[i]->what) : nullptr;
    if (old_total != nullptr && new_total != nullptr && old_total->record == new_total->record) {
      if (old_nodes[i] != new_nodes[i]) add(old_total->record, touched(*old_total, *new_total));
      continue;
    }
    for (const Total* total : {old_total, new_total})
      if (total != nullptr) add(total->record, holds(total->condition));
  }
  return found;
}

/// The merged book with the totals that count touched rows, and the question to it.
class Asking {
 public:
  Asking(const WhatIf& what_if, const Question& question) : book_(what_if.together), question_(question) {
    question_.rules.clear();
    for (const int rule : question.rules) {
      const auto at = static_cast<std::size_t>(rule);
      Parts& parts = parts_.emplace_back();
      parts.before = ask(what_if.rules_before[at]);
      parts.after = ask(what_if.rules_after[at]);
      if (what_if.rules_before[at] == what_if.rules_after[at]) continue;
      for (const auto& [record, condition] : touched_rows(what_if.together, what_if.rules_before[at], what_if.rules_after[at]))
        parts.touched.push_back(ask(add_count(record, condition)));
    }
  }

  WhatIfAnswer answer(const Facts& facts, const Evaluator& evaluator) const {
    const Answer found = evaluator(book_, facts, question_);
    WhatIfAnswer answer{found.groups, {}};
    for (const Parts& parts : parts_) {
      std::vector<Change>& changes = answer.changes.emplace_back();
      for (std::size_t group = 0; group < found.groups.size(); ++group) changes.push_back(change(found, parts, group));
    }
    return answer;
  }

 private:
  /// Positions in the question.
  struct Parts {
    std::size_t before = 0, after = 0;
    std::vector<std::size_t> touched;
  };

  std::size_t ask(int rule) {
    const auto known = std::find(question_.rules.begin(), question_.rules.end(), rule);
    const std::size_t place = static_cast<std::size_t>(known - question_.rules.begin());
    if (known == question_.rules.end()) question_.rules.push_back(rule);
    return place;
  }

  int add_count(int record, const NodePtr& condition) {
    Rule rule;
    rule.key = "touched " + std::to_string(book_.rules.size());
    rule.tree = node(k_integer, field_bound(Kind::integer), Total{Function::count, record, nullptr, condition});
    book_.rules.push_back(std::move(rule));
    return static_cast<int>(book_.rules.size()) - 1;
  }

  static Change change(const Answer& found, const Parts& parts, std::size_t group) {
    Change made{found.outcomes[parts.before][group], found.outcomes[parts.after][group], {}, 0};
    if (made.before.value && made.after.value) made.difference = minus(*made.after.value, *made.before.value);
    for (const std::size_t counted : parts.touched) made.rows_touched += found.outcomes[counted][group].tallies.at(0).selected;
    return made;
  }

  Book book_;
  Question question_;
  std::vector<Parts> parts_;
};

}  // namespace

WhatIfAnswer evaluate_what_if(const WhatIf& what_if, const Facts& facts, const Question& question, const Evaluator& evaluator) {
  return Asking(what_if, question).answer(facts, evaluator);
}

}  // namespace laoyou::rules
