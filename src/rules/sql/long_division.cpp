// Long division as at school: a number is kept as quotient and rest by one divisor, and multiplied digit by digit.
#include <algorithm>

#include "base/check.h"
#include "rules/sql/scale.h"

namespace laoyou::rules {
namespace {

// Every step is a query within a query, of which SQLite's parser takes some twenty.
constexpr int k_most_steps = 6;
constexpr Wide k_least_limit = 1'000;

using Names = std::vector<std::string>;
using Body = std::function<std::string(const Names&)>;

/// Names of quotient and rest; the divisor's name stays the same throughout.
struct Divided {
  std::string quotient, rest;
};

class LongDivision {
 public:
  LongDivision(SqlWriter& writer, std::string divisor, Wide limit) : writer_(writer), divisor_(std::move(divisor)), limit_(limit) {}

  using Next = std::function<std::string(const Divided&)>;

  /// number ÷ divisor
  std::string start(const std::string& number, const Next& next) {
    return bind({number + " / " + divisor_, number + " % " + divisor_}, next);
  }
  /// (quotient, rest) × a factor not above the limit
  std::string times(const Divided& value, const std::string& factor, const Next& next) {
    const std::string carried = value.rest + " * " + factor;
    return bind({value.quotient + " * " + factor + " + " + carried + " / " + divisor_, carried + " % " + divisor_}, next);
  }
  /// × a constant of any size, in steps not above the limit.
  std::string times_constant(const Divided& value, Wide constant, const Next& next) {
    if (constant == 1) return next(value);
    const Wide step = largest_divisor(constant);
    if (step == 1 || ++constant_steps_ > k_most_steps) return refused();
    return times(value, std::to_string(static_cast<std::int64_t>(step)), [&](const Divided& more) { return times_constant(more, constant / step, next); });
  }
  /// × an expression between 0 and `bound`, by its digits to a base not above the limit.
  std::string times_expression(const Divided& value, const std::string& factor, std::int64_t bound, const Next& next) {
    if (bound <= limit_) return times(value, factor, next);
    std::int64_t base = 1;
    while (base <= limit_ / 10 && base < 1'000'000'000) base *= 10;
    std::vector<std::int64_t> places{1};  // of the digits, the lowest first; six at most, since the base is a thousand at least
    while (places.back() <= bound / base) places.push_back(places.back() * base);
    return digits_from(value, factor, base, places, Divided{"0", "0"}, next);
  }
  std::string refused() {
    writer_.refuse_once(refuse("rules.sql_too_large"));
    return "null";
  }

 private:
  std::string bind(const Names& expressions, const Next& next) {
    return writer_.bind_all(expressions, [&](const Names& names) { return next({names[0], names[1]}); });
  }
  std::string digits_from(const Divided& value, const std::string& factor, std::int64_t base, std::vector<std::int64_t> places, const Divided& sum, const Next& next) {
    if (places.empty()) return next(sum);
    const std::string digit = "(" + factor + " / " + std::to_string(places.back()) + " % " + std::to_string(base) + ")";
    places.pop_back();
    // The sum so far moves up one digit, and the number times this digit is added; each in quotient and rest.
    const std::string moved = sum.rest + " * " + std::to_string(base), part = value.rest + " * " + digit;
    const std::string rests = "(" + moved + " % " + divisor_ + " + " + part + " % " + divisor_ + ")";
    const std::string quotient = sum.quotient + " * " + std::to_string(base) + " + " + value.quotient + " * " + digit + " + " + moved + " / " + divisor_ + " + " + part +
                                 " / " + divisor_ + " + " + rests + " / " + divisor_;
    return bind({quotient, rests + " % " + divisor_}, [&](const Divided& more) { return digits_from(value, factor, base, places, more, next); });
  }
  /// Greatest divisor of the constant not above the limit, among products of its small prime factors.
  Wide largest_divisor(Wide constant) const {
    if (constant <= limit_) return constant;
    Wide found = 1, rest = constant;
    for (Wide prime = 2; prime < 1'000 && rest > 1; ++prime)
      for (; rest % prime == 0 && found * prime <= limit_; rest /= prime) found *= prime;
    return found;
  }

  SqlWriter& writer_;
  std::string divisor_;
  Wide limit_;
  int constant_steps_ = 0;
};

std::string rounded(const Divided& value, const std::string& divisor, Rounding rounding) {
  const std::string missing_part = "(" + divisor + " - " + value.rest + ")";
  switch (rounding) {
    case Rounding::down: return value.quotient;
    case Rounding::up: return value.quotient + " + (" + value.rest + " > 0)";
    case Rounding::half_up: return value.quotient + " + (" + value.rest + " >= " + missing_part + ")";
    case Rounding::half_even:
      return value.quotient + " + (" + value.rest + " > " + missing_part + " or (" + value.rest + " = " + missing_part + " and " + value.quotient + " % 2 = 1))";
  }
  CHECK(false);
}

}  // namespace

std::string long_division(SqlWriter& writer, const ScaleParts& parts) {
  const Wide largest_divisor = Wide{std::max<std::int64_t>(parts.divisor_bound, 1)} * parts.down;
  Names expressions;
  std::string negatives = parts.negative ? "1" : "0";
  for (const std::string& factor : parts.factors) expressions.push_back(factor);
  if (parts.divisor) expressions.push_back(*parts.divisor);
  if (largest_divisor > k_largest_int64 / k_least_limit) {
    writer.refuse_once(refuse("rules.sql_too_large"));
    return "null";
  }
  const std::string down = std::to_string(static_cast<std::int64_t>(parts.down));
  return writer.bind_all(expressions, [&](const Names& signed_names) {
    Names absolute;
    for (const std::string& name : signed_names) {
      absolute.push_back("abs(" + name + ")");
      negatives += " + (" + name + " < 0)";
    }
    if (parts.divisor) absolute.back() += " * " + down;
    return writer.bind_all(absolute, [&](const Names& names) {
      const std::string divisor = parts.divisor ? names.back() : down;
      LongDivision division(writer, divisor, k_largest_int64 / largest_divisor);
      const auto finish = [&](const Divided& value) {
        const std::string quotient = "(" + rounded(value, divisor, parts.rounding) + ")";
        const std::string zero = parts.divisor ? "when " + divisor + " = 0 then null " : "";
        return "case " + zero + "when (" + negatives + ") % 2 = 1 then - " + quotient + " else " + quotient + " end";
      };
      const auto scale_up = [&](const Divided& value) { return division.times_constant(value, parts.up, finish); };
      return division.start(parts.factors.empty() ? "1" : names[0], [&](const Divided& value) {
        return parts.factors.size() < 2 ? scale_up(value) : division.times_expression(value, names[1], parts.bounds[1], scale_up);
      });
    });
  });
}

}  // namespace laoyou::rules
