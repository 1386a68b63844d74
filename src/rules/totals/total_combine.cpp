#include <algorithm>

#include "base/check.h"
#include "rules/totals/rational.h"
#include "rules/totals/totals.h"

namespace laoyou::rules {
namespace {

using Number = std::optional<Rational>;

Number stored(Kind kind, Value value) { return value ? rational(*value, stored_units(kind)) : Number(); }

class Combination {
 public:
  Combination(const Book& book, std::span<const Tally> tallies, std::span<const Node* const> totals, const Period& period)
      : book_(book), tallies_(tallies), totals_(totals), period_(period) {
    CHECK(tallies_.size() == totals_.size());
  }

  Number of(const Node& node) const {
    return std::visit([this, &node](const auto& what) { return value(node, what); }, node.what);
  }

 private:
  Number value(const Node& node, const Literal& what) const { return stored(node.type.kind, what.value); }

  Number value(const Node& node, const ParameterRead& what) const {
    const DatedValue* const value = book_.parameters[static_cast<std::size_t>(what.parameter)].on(period_.last_day());
    if (value == nullptr || value->ended) return {};
    return stored(node.type.kind, value->rows.at(0).value);
  }

  Number value(const Node& node, const Total&) const {
    const auto place = std::find(totals_.begin(), totals_.end(), &node);
    CHECK(place != totals_.end());
    return value_of(node, tallies_[static_cast<std::size_t>(place - totals_.begin())]);
  }

  Number value(const Node&, const TotalRead& what) const { return of(*book_.rules[static_cast<std::size_t>(what.rule)].tree); }

  Number value(const Node&, const TotalArithmetic& what) const {
    const Number left = of(*what.left), right = of(*what.right);
    if (!left || !right) return {};
    switch (what.sign) {
      case '+': return plus(*left, *right);
      case '-': return minus(*left, *right);
      case '*': return times(*left, *right);
      case '/': return right->numerator == 0 ? Number() : over(*left, *right);
    }
    CHECK(false);
  }

  // The checker refuses every other kind of node outside aggregates (rules.not_in_total).
  template <class Other>
  Number value(const Node&, const Other&) const {
    CHECK(false);
  }

  const Book& book_;
  std::span<const Tally> tallies_;
  std::span<const Node* const> totals_;
  const Period& period_;
};

}  // namespace

std::optional<Rational> combine(const Book& book, const Node& part, std::span<const Node* const> totals, std::span<const Tally> tallies, const Period& period) {
  return Combination(book, tallies, totals, period).of(part);
}

std::optional<Rational> combine(const Book& book, int rule, std::span<const Tally> tallies, const Period& period) {
  return combine(book, *book.rules[static_cast<std::size_t>(rule)].tree, totals_of(book, rule), tallies, period);
}

}  // namespace laoyou::rules
