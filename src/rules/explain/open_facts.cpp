#include "rules/explain/open_facts.h"

#include <algorithm>

#include "base/check.h"
#include "rules/rows/node.h"

namespace laoyou::rules {
namespace {

PartialValue known(Value value) { return {value, {}}; }
bool is_open(const PartialValue& value) { return !value.open.empty(); }
bool is_known(const PartialValue& value, std::int64_t wanted) { return !is_open(value) && value.value == Value(wanted); }
bool is_never(const PartialValue& value) { return !is_open(value) && !value.value; }

PartialValue open(FactPlaces places) { return {std::nullopt, std::move(places)}; }

FactPlaces joined(const FactPlaces& left, const FactPlaces& right) {
  FactPlaces both = left;
  both.insert(right.begin(), right.end());
  return both;
}

// Chosen one after the other: conditions that are open leave open which result it is.
class Choosing {
 public:
  // The result that holds if everything before it did not.
  void may_be(const FactPlaces& condition, const PartialValue& result) {
    open_.insert(condition.begin(), condition.end());
    last(result);
  }
  void last(const PartialValue& result) {
    results_.insert(result.open.begin(), result.open.end());
    if (!is_never(result)) some_value_ = true;
    only_ = result;
  }
  bool decided() const { return open_.empty(); }
  PartialValue result() const {
    if (decided()) return only_;
    return some_value_ ? open(joined(open_, results_)) : known({});
  }

 private:
  FactPlaces open_, results_;
  PartialValue only_;
  bool some_value_ = false;
};

// One pass; `needed` are facts that must be filled in anyway, so that `else` and `is missing` cannot count on their absence.
class Pass {
 public:
  Pass(const RowEvaluator& evaluator, const FactPlaces& needed) : evaluator_(evaluator), needed_(needed) {}

  PartialValue of(const NodePtr& node, const RowStack& rows) const { return node ? of(*node, rows) : known({}); }
  PartialValue of(const Node& node, const RowStack& rows) const {
    return std::visit([&](const auto& what) { return partial(node, what, rows); }, node.what);
  }

 private:
  // Nodes that need every operand: literals, comparisons, arithmetic, dates.
  template <class Strict>
  PartialValue partial(const Node& node, const Strict&, const RowStack& rows) const {
    return strict(node, strict_operands(node), rows);
  }

  static std::vector<NodePtr> strict_operands(const Node& node) {
    if (const auto* what = std::get_if<Binary>(&node.what)) return {what->left, what->right};
    if (const auto* what = std::get_if<Unary>(&node.what)) return {what->operand};
    if (const auto* what = std::get_if<InRanges>(&node.what)) return {what->operand};
    if (const auto* what = std::get_if<Within>(&node.what)) return {what->operand, what->outer};
    if (const auto* what = std::get_if<InPeriod>(&node.what)) return {what->operand, what->outer};
    if (const auto* what = std::get_if<ParameterLookup>(&node.what)) return {what->key};
    if (const auto* what = std::get_if<Widen>(&node.what)) return {what->operand};
    if (const auto* what = std::get_if<DateCall>(&node.what)) return what->arguments;
    if (const auto* what = std::get_if<Scale>(&node.what)) {
      std::vector<NodePtr> operands{what->factor, what->factor2, what->divisor};
      std::erase(operands, nullptr);
      return operands;
    }
    return {};
  }

  PartialValue strict(const Node& node, const std::vector<NodePtr>& operands, const RowStack& rows) const {
    FactPlaces places;
    bool never = false;
    for (const NodePtr& operand : operands) {
      const PartialValue value = of(*operand, rows);
      places = joined(places, value.open);
      never = never || is_never(value);
    }
    if (const auto* scale = std::get_if<Scale>(&node.what); scale && scale->divisor) never = never || is_known(of(*scale->divisor, rows), 0);
    if (never) return known({});
    return places.empty() ? known(evaluator_.evaluate(node, rows)) : open(places);
  }

  PartialValue partial(const Node&, const FieldRead& what, const RowStack& rows) const {
    const std::variant<RowAt, PartialValue> end = end_of(what.path, rows);
    if (const auto* stopped = std::get_if<PartialValue>(&end)) return *stopped;
    return field(std::get<RowAt>(end), what.field);
  }

  PartialValue partial(const Node&, const RuleRead& what, const RowStack& rows) const {
    const std::variant<RowAt, PartialValue> end = end_of(what.path, rows);
    if (const auto* stopped = std::get_if<PartialValue>(&end)) return *stopped;
    return of(evaluator_.book().rules[static_cast<std::size_t>(what.rule)].tree, {std::get<RowAt>(end)});
  }

  PartialValue field(RowAt row, int position) const {
    const Value value = evaluator_.facts().tables[static_cast<std::size_t>(row.record)].column(position).at(row.row);
    return value ? known(value) : open({{row.record, row.row, position}});
  }

  // The row that a path leads to, or why it leads nowhere: a reference that is missing is open, one to a row that is not there is not.
  std::variant<RowAt, PartialValue> end_of(const Path& path, const RowStack& rows) const {
    RowAt at = rows[rows.size() - 1 - static_cast<std::size_t>(path.level)];
    for (const int step : path.steps) {
      const PartialValue id = field(at, step);
      if (is_open(id)) return id;
      const std::optional<RowAt> next = evaluator_.follow({0, {step}}, {at});
      if (!next) return known({});
      at = *next;
    }
    return at;
  }

  PartialValue partial(const Node& node, const Binary& what, const RowStack& rows) const {
    const bool conjunction = what.sign == BinarySign::logical_and;
    if (!conjunction && what.sign != BinarySign::logical_or) return strict(node, {what.left, what.right}, rows);
    const PartialValue left = of(what.left, rows), right = of(what.right, rows);
    const std::int64_t deciding = conjunction ? 0 : 1;
    if (is_known(left, deciding) || is_known(right, deciding)) return known(deciding);
    if (is_open(left) || is_open(right)) return open(joined(left.open, right.open));
    return known(row_binary(what.sign, left.value, right.value));
  }

  bool must_be_filled(const FactPlaces& places) const {
    return std::any_of(places.begin(), places.end(), [this](const FactPlace& place) { return needed_.contains(place); });
  }

  PartialValue partial(const Node& node, const Unary& what, const RowStack& rows) const {
    if (what.sign != UnarySign::is_missing) return strict(node, {what.operand}, rows);
    const PartialValue operand = of(what.operand, rows);
    return must_be_filled(operand.open) ? open(operand.open) : known(evaluator_.evaluate(node, rows));
  }

  PartialValue partial(const Node&, const Fallback& what, const RowStack& rows) const {
    const PartialValue left = of(what.left, rows);
    if (!is_open(left)) return left.value ? left : of(what.right, rows);
    const PartialValue right = of(what.right, rows);
    const bool settled = !must_be_filled(left.open) && !is_open(right) && right.value;
    return settled ? right : open(joined(left.open, right.open));
  }

  PartialValue partial(const Node&, const Bands& what, const RowStack& rows) const {
    const PartialValue key = of(what.key, rows);
    if (is_never(key)) return known({});
    Choosing choosing;
    for (const TableRow& row : what.rows) {
      if (is_open(key)) choosing.may_be(key.open, of(row.result, rows));
      else if ((!row.low || *row.low <= *key.value) && (!row.high || *key.value <= *row.high)) return of(row.result, rows);
    }
    choosing.last(of(what.otherwise, rows));
    return choosing.result();
  }

  PartialValue partial(const Node&, const Case& what, const RowStack& rows) const { return what.ordered ? first_of(what, rows) : only_of(what, rows); }

  PartialValue first_of(const Case& what, const RowStack& rows) const {
    Choosing choosing;
    for (const auto& [condition, value] : what.branches) {
      const PartialValue holds = of(condition, rows);
      if (is_known(holds, 0)) continue;
      if (is_open(holds)) {
        choosing.may_be(holds.open, of(value, rows));
        continue;
      }
      choosing.last(is_never(holds) ? known({}) : of(value, rows));
      return choosing.result();
    }
    choosing.last(of(what.otherwise, rows));
    return choosing.result();
  }

  PartialValue only_of(const Case& what, const RowStack& rows) const {
    Choosing choosing;
    bool never = false;
    for (const auto& [condition, value] : what.branches) {
      const PartialValue holds = of(condition, rows);
      if (is_known(holds, 1)) return of(value, rows);
      if (is_open(holds)) choosing.may_be(holds.open, of(value, rows));
      never = never || is_never(holds);
    }
    choosing.last(never ? known({}) : of(what.otherwise, rows));
    return choosing.result();
  }

  PartialValue partial(const Node& node, const Related& what, const RowStack& rows) const {
    const Value id = evaluator_.id_of(rows.back());
    if (!id) return known({});
    const bool latest = what.function == Function::latest;
    FactPlaces places, values;
    bool never = false;
    std::map<std::pair<std::int64_t, std::int64_t>, PartialValue> by_order;
    for (const std::size_t row : evaluator_.rows_naming(what.record, what.reference, *id)) {
      RowStack stack = rows;
      stack.push_back({what.record, row});
      const PartialValue holds = what.condition ? of(what.condition, stack) : known(1);
      if (is_known(holds, 0)) continue;
      if (what.function == Function::exists && is_known(holds, 1)) return known(1);
      const PartialValue value = what.value ? of(what.value, stack) : known(1), order = what.order ? of(what.order, stack) : known(0);
      places = joined(places, joined(holds.open, order.open));
      values = joined(values, value.open);
      const bool selected = is_known(holds, 1);
      never = never || is_never(holds) || (selected && (is_never(order) || (!latest && is_never(value))));
      if (selected && order.value) by_order[{*order.value, evaluator_.id_of(stack.back()).value_or(0)}] = value;
    }
    if (never && what.function != Function::exists) return known({});
    // Once it is clear which row is the latest, the values of the others change nothing.
    if (latest && places.empty()) return by_order.empty() ? known({}) : by_order.rbegin()->second;
    places = joined(places, values);
    return places.empty() ? known(evaluator_.evaluate(node, rows)) : open(places);
  }

  const RowEvaluator& evaluator_;
  const FactPlaces& needed_;
};

}  // namespace

PartialValue evaluate_partially(const RowEvaluator& evaluator, const Node& node, const RowStack& rows) {
  FactPlaces needed;
  // Each pass can only add facts that stand in the tree, so this ends.
  while (true) {
    PartialValue value = Pass(evaluator, needed).of(node, rows);
    if (std::includes(needed.begin(), needed.end(), value.open.begin(), value.open.end())) return value;
    needed.insert(value.open.begin(), value.open.end());
  }
}

}  // namespace laoyou::rules
