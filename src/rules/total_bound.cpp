#include <algorithm>

#include "rules/rational.h"
#include "rules/totals.h"

namespace laoyou::rules {
namespace {

constexpr int k_row_bits = 34;      // a table has fewer rows than 2^34
constexpr int k_most_bits = 121;    // stays below k_largest, one bit for the carry of a sum
constexpr int k_without_end = 10'000;

int bits(Wide value) {
  int count = 0;
  for (; value > 0; value >>= 1) ++count;
  return count;
}

// |numerator| < 2^numerator_bits over a denominator that divides `constant` times a number below 2^denominator_bits.
struct Extent {
  int numerator_bits = 0;
  Wide constant = 1;
  int denominator_bits = 0;

  int whole_denominator_bits() const { return bits(constant) + denominator_bits; }
  bool too_large() const { return numerator_bits > k_most_bits || whole_denominator_bits() > k_most_bits; }
};

Extent too_large() { return {k_without_end, 1, 0}; }

Extent bounded(Extent extent) { return extent.too_large() ? too_large() : extent; }

Wide least_common_multiple(Wide left, Wide right) {
  Wide common = left, rest = right;
  while (rest != 0) {
    const Wide next = common % rest;
    common = rest, rest = next;
  }
  return left / common * right;
}

Extent sum(const Extent& left, const Extent& right) {
  // Beyond 60 bits the constants are not worth following.
  if (bits(left.constant) + bits(right.constant) > k_most_bits) return too_large();
  const Wide constant = least_common_multiple(left.constant, right.constant);
  const int left_bits = left.numerator_bits + bits(constant / left.constant) + right.denominator_bits;
  const int right_bits = right.numerator_bits + bits(constant / right.constant) + left.denominator_bits;
  return bounded({std::max(left_bits, right_bits) + 1, constant, left.denominator_bits + right.denominator_bits});
}

Extent product(const Extent& left, const Extent& right) {
  if (bits(left.constant) + bits(right.constant) > k_most_bits) return too_large();
  return bounded({left.numerator_bits + right.numerator_bits, left.constant * right.constant, left.denominator_bits + right.denominator_bits});
}

Extent quotient(const Extent& left, const Extent& right) {
  return bounded({left.numerator_bits + right.whole_denominator_bits(), left.constant, left.denominator_bits + right.numerator_bits});
}

Extent either(const Extent& left, const Extent& right) {
  if (bits(left.constant) + bits(right.constant) > k_most_bits) return too_large();
  return bounded({std::max(left.numerator_bits, right.numerator_bits), least_common_multiple(left.constant, right.constant),
                  std::max(left.denominator_bits, right.denominator_bits)});
}

class Measure {
 public:
  explicit Measure(const Book& book) : book_(book) {}

  Extent of(const NodePtr& node) const {
    if (!node) return {1, 1, 0};
    return std::visit([this, &node](const auto& what) { return extent(*node, what); }, node->what);
  }

 private:
  static Extent stored(const Node& node) { return {bits(node.bound) + 1, stored_units(node.type.kind), 0}; }
  static Extent truth() { return {1, 1, 0}; }

  template <class Constant>
  Extent extent(const Node& node, const Constant&) const {
    return node.type.kind == Kind::boolean ? truth() : stored(node);
  }

  Extent extent(const Node&, const Total& what) const {
    switch (what.function) {
      case Function::sum: return {bits(what.value->bound) + k_row_bits, stored_units(what.value->type.kind), 0};
      case Function::avg: return {bits(what.value->bound) + k_row_bits, stored_units(what.value->type.kind), k_row_bits};
      case Function::share: return {k_row_bits, 1, k_row_bits};
      case Function::min:
      case Function::max: return stored(*what.value);
      default: return {k_row_bits, 1, 0};
    }
  }

  Extent extent(const Node&, const TotalRead& what) const { return of(book_.rules[static_cast<std::size_t>(what.rule)].tree); }

  Extent extent(const Node&, const TotalArithmetic& what) const {
    const Extent left = of(what.left), right = of(what.right);
    if (left.too_large() || right.too_large()) return too_large();
    if (what.sign == '*') return product(left, right);
    return what.sign == '/' ? quotient(left, right) : sum(left, right);
  }

  Extent extent(const Node&, const Fallback& what) const { return checked_either(of(what.left), of(what.right)); }
  Extent extent(const Node& node, const Widen& what) const {
    return product(of(what.operand), {bits(what.multiplier) + bits(stored_units(what.operand->type.kind)), stored_units(node.type.kind), 0});
  }

  // What is inside is measured as well: a part beyond the bounds makes the whole too large.
  Extent extent(const Node&, const Unary& what) const { return of(what.operand); }

  Extent extent(const Node& node, const Binary& what) const {
    const Extent difference = sum_of(what.left, what.right);
    return difference.too_large() || node.type.kind != Kind::boolean ? difference : truth();
  }

  Extent extent(const Node&, const InRanges& what) const {
    Extent worst = of(what.operand);
    for (const auto& [low, high] : what.ranges) worst = worst.too_large() ? worst : compared(worst, what.operand, low, high);
    return worst.too_large() ? worst : truth();
  }

  Extent extent(const Node& node, const ParameterLookup& what) const {
    const Extent key = of(what.key), bound{bits(INT64_MAX), stored_units(what.key->type.kind), 0};
    return key.too_large() || sum(key, bound).too_large() ? too_large() : stored(node);
  }

  Extent extent(const Node&, const Bands& what) const {
    Extent result = of(what.otherwise);
    for (const TableRow& row : what.rows) {
      if (compared(of(what.key), what.key, row.low, row.high).too_large()) return too_large();
      result = checked_either(result, of(row.result));
    }
    return result;
  }

  Extent extent(const Node&, const Case& what) const {
    Extent result = of(what.otherwise);
    for (const auto& [condition, value] : what.branches) result = of(condition).too_large() ? too_large() : checked_either(result, of(value));
    return result;
  }

  Extent extent(const Node& node, const Scale& what) const {
    Extent exact = product(scaled(what.factor), scaled(what.factor2));
    if (what.divisor && !exact.too_large()) exact = quotient(exact, scaled(what.divisor));
    if (exact.too_large()) return exact;
    exact = product(exact, {bits(what.scale_up), what.scale_down, 0});
    return exact.too_large() ? exact : Extent{exact.numerator_bits, stored_units(node.type.kind), 0};
  }

  Extent scaled(const NodePtr& part) const {
    return part ? product(of(part), {bits(stored_units(part->type.kind)), 1, 0}) : Extent{1, 1, 0};
  }
  Extent sum_of(const NodePtr& left, const NodePtr& right) const {
    const Extent one = of(left), other = of(right);
    return one.too_large() || other.too_large() ? too_large() : sum(one, other);
  }
  static Extent compared(const Extent& key, const NodePtr& node, Value low, Value high) {
    if (key.too_large()) return key;
    const int most = std::max(low ? bits(*low < 0 ? -Wide{*low} : Wide{*low}) : 0, high ? bits(*high < 0 ? -Wide{*high} : Wide{*high}) : 0);
    return sum(key, {most + 1, stored_units(node->type.kind), 0}).too_large() ? too_large() : key;
  }
  static Extent checked_either(const Extent& left, const Extent& right) { return left.too_large() || right.too_large() ? too_large() : either(left, right); }

  const Book& book_;
};

}  // namespace

bool total_may_overflow(const Book& book, const Node& tree) {
  return Measure(book).of(std::make_shared<const Node>(tree)).too_large();
}

}  // namespace laoyou::rules
