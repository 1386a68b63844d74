#include <algorithm>

#include "base/check.h"
#include "rules/rational.h"
#include "rules/row_evaluate.h"
#include "rules/row_node.h"
#include "rules/totals.h"

namespace laoyou::rules {
namespace {

using Number = std::optional<Rational>;

// Truth values inside totals are the numbers 0 and 1.
Number truth(bool holds) { return rational(holds ? 1 : 0); }
bool is_true(const Number& value) { return value && value->numerator != 0; }
bool is_false(const Number& value) { return value && value->numerator == 0; }

Number stored(Kind kind, Value value) { return value ? rational(*value, stored_units(kind)) : Number(); }

class Combination {
 public:
  Combination(const Book& book, std::span<const Tally> tallies, std::vector<const Node*> totals, const Period& period)
      : book_(book), tallies_(tallies), totals_(std::move(totals)), period_(period) {
    CHECK(tallies_.size() == totals_.size());
  }

  Number of(const NodePtr& node) const {
    if (!node) return {};
    return std::visit([this, &node](const auto& what) { return value(*node, what); }, node->what);
  }

 private:
  // Fields and their rows are read inside Total alone; what is left without one is a constant of the plan or the period.
  template <class Constant>
  Number value(const Node& node, const Constant&) const {
    const Facts no_facts{Schema()};
    return stored(node.type.kind, RowEvaluator(book_, no_facts, period_).evaluate(node, {}));
  }

  Number value(const Node& node, const Total&) const {
    const auto place = std::find(totals_.begin(), totals_.end(), &node);
    CHECK(place != totals_.end());
    return value_of(node, tallies_[static_cast<std::size_t>(place - totals_.begin())]);
  }

  Number value(const Node&, const TotalRead& what) const { return of(book_.rules[static_cast<std::size_t>(what.rule)].tree); }

  Number value(const Node&, const TotalArithmetic& what) const {
    const Number left = of(what.left), right = of(what.right);
    if (!left || !right) return {};
    switch (what.sign) {
      case '+': return plus(*left, *right);
      case '-': return minus(*left, *right);
      case '*': return times(*left, *right);
      case '/': return right->numerator == 0 ? Number() : over(*left, *right);
    }
    CHECK(false);
  }

  Number value(const Node&, const Fallback& what) const {
    const Number left = of(what.left);
    return left ? left : of(what.right);
  }

  Number value(const Node& node, const Widen& what) const {
    const Number operand = of(what.operand);
    if (!operand) return {};
    return times(*operand, rational(Wide{what.multiplier} * stored_units(what.operand->type.kind), stored_units(node.type.kind)));
  }

  Number value(const Node&, const Unary& what) const {
    const Number operand = of(what.operand);
    if (what.sign == UnarySign::is_missing) return truth(!operand);
    if (!operand) return {};
    return what.sign == UnarySign::negate ? minus(rational(0), *operand) : truth(operand->numerator == 0);
  }

  Number value(const Node&, const Binary& what) const {
    const Number left = of(what.left), right = of(what.right);
    if (what.sign == BinarySign::logical_and && (is_false(left) || is_false(right))) return truth(false);
    if (what.sign == BinarySign::logical_or && (is_true(left) || is_true(right))) return truth(true);
    if (!left || !right) return {};
    switch (what.sign) {
      case BinarySign::add: return plus(*left, *right);
      case BinarySign::subtract: return minus(*left, *right);
      case BinarySign::equal: return truth(*left == *right);
      case BinarySign::unequal: return truth(*left != *right);
      case BinarySign::less: return truth(compare(*left, *right) < 0);
      case BinarySign::less_equal: return truth(compare(*left, *right) <= 0);
      case BinarySign::greater: return truth(compare(*left, *right) > 0);
      case BinarySign::greater_equal: return truth(compare(*left, *right) >= 0);
      case BinarySign::logical_and: return truth(true);
      case BinarySign::logical_or: return truth(false);
    }
    CHECK(false);
  }

  static bool lies_in(const Rational& number, Kind kind, Value low, Value high) {
    return (!low || compare(rational(*low, stored_units(kind)), number) <= 0) && (!high || compare(number, rational(*high, stored_units(kind))) <= 0);
  }

  Number value(const Node&, const InRanges& what) const {
    const Number operand = of(what.operand);
    if (!operand) return {};
    return truth(std::any_of(what.ranges.begin(), what.ranges.end(), [&](const auto& range) { return lies_in(*operand, what.operand->type.kind, range.first, range.second); }));
  }

  Number value(const Node&, const Bands& what) const {
    const Number key = of(what.key);
    if (!key) return {};
    for (const TableRow& row : what.rows)
      if (lies_in(*key, what.key->type.kind, row.low, row.high)) return of(row.result);
    return of(what.otherwise);
  }

  Number value(const Node& node, const ParameterLookup& what) const {
    const Parameter& parameter = book_.parameters[static_cast<std::size_t>(what.parameter)];
    const DatedValue* const table = parameter.on(period_.last_day());
    const Number key = of(what.key);
    if (!key || table == nullptr || table->ended) return {};
    for (const DatedValue::Row& row : table->rows)
      if (lies_in(*key, what.key->type.kind, row.low, row.high)) return stored(node.type.kind, row.value);
    return stored(node.type.kind, table->otherwise);
  }

  Number value(const Node&, const Case& what) const {
    bool undecided = false;
    for (const auto& [condition, result] : what.branches) {
      const Number holds = of(condition);
      if (!holds && what.ordered) return {};
      if (!holds) undecided = true;
      else if (is_true(holds)) return of(result);
    }
    return undecided ? Number() : of(what.otherwise);
  }

  Number value(const Node& node, const Scale& what) const {
    const auto stored_number = [this](const NodePtr& part) {
      if (!part) return Number(rational(1));
      const Number number = of(part);
      return number ? times(*number, rational(stored_units(part->type.kind))) : Number();
    };
    const Number factor = stored_number(what.factor), factor2 = stored_number(what.factor2), divisor = stored_number(what.divisor);
    if (!factor || !factor2 || !divisor || divisor->numerator == 0) return {};
    const Rational exact = times(over(times(*factor, *factor2), *divisor), rational(what.scale_up, what.scale_down));
    return rational(divide_wide(exact.numerator, exact.denominator, what.rounding), stored_units(node.type.kind));
  }

  const Book& book_;
  std::span<const Tally> tallies_;
  std::vector<const Node*> totals_;
  const Period& period_;
};

}  // namespace

std::optional<Rational> combine(const Book& book, int rule, std::span<const Tally> tallies, const Period& period) {
  return Combination(book, tallies, totals_of(book, rule), period).of(book.rules[static_cast<std::size_t>(rule)].tree);
}

}  // namespace laoyou::rules
