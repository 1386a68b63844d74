#include <algorithm>

#include "rules/totals/rational.h"
#include "rules/totals/totals.h"

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

class Measure {
 public:
  explicit Measure(const Book& book) : book_(book) {}

  Extent of(const NodePtr& node) const {
    return std::visit([this, &node](const auto& what) { return extent(*node, what); }, node->what);
  }

 private:
  static Extent stored(const Node& node) { return {bits(node.bound) + 1, stored_units(node.type.kind), 0}; }

  // Literals and parameters.
  template <class Constant>
  Extent extent(const Node& node, const Constant&) const {
    return stored(node);
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

  const Book& book_;
};

}  // namespace

bool total_may_overflow(const Book& book, const Node& tree) {
  return Measure(book).of(std::make_shared<const Node>(tree)).too_large();
}

}  // namespace laoyou::rules
