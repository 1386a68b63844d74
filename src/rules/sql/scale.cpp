// Products and quotients that are rounded. The exact quotient is of integers up to 128 bits: where the bounds of the operands prove that 64
// are enough, both databases compute alike; else PostgreSQL takes numeric, and SQLite divides by hand, digit by digit (sql_long_division.cpp).
#include <algorithm>

#include "base/check.h"
#include "rules/totals/rational.h"
#include "rules/sql/scale.h"

namespace laoyou::rules {
namespace {

Wide magnitude(std::int64_t value) { return value < 0 ? -Wide{value} : Wide{value}; }

Wide common_divisor(Wide a, Wide b) {
  while (b != 0) std::swap(a %= b, b);
  return a;
}

/// True when twice the dividend and three times the divisor stay in int64: all that rounding needs.
bool fits_int64(const ScaleParts& parts) {
  constexpr Wide k_limit = k_largest_int64 / 4;
  Wide above = parts.up;
  for (const std::int64_t bound : parts.bounds) {
    if (above > k_limit / std::max<Wide>(bound, 1)) return false;
    above *= std::max<Wide>(bound, 1);
  }
  return above <= k_limit && parts.down <= k_limit / std::max<Wide>(parts.divisor_bound, 1);
}

/// Takes a constant operand into the constants; false when it is missing.
bool take_in(SqlWriter& writer, Value value, Wide& constant, bool& negative) {
  if (!value) return false;
  negative = negative != (*value < 0);
  if (__builtin_mul_overflow(constant, magnitude(*value), &constant)) {
    writer.refuse_once(refuse("rules.sql_too_large"));
    constant = 1;
  }
  return true;
}

/// Floor of above / below, both positive, rounded as told. `Divide` spells the whole part of a quotient.
template <class Divide, class Rest>
std::string rounded_quotient(const std::string& above, const std::string& below, Rounding rounding, const Divide& divide, const Rest& rest) {
  const std::string half_up = divide("(2 * " + above + " + " + below + ")", "(2 * " + below + ")");
  switch (rounding) {
    case Rounding::down: return divide(above, below);
    case Rounding::up: return divide("(" + above + " + " + below + " - 1)", below);
    case Rounding::half_up: return half_up;
    case Rounding::half_even: {
      const std::string tie = rest("(2 * " + above + " + " + below + ")", "(2 * " + below + ")") + " = 0 and " + rest(half_up, "2") + " = 1";
      return "(" + half_up + " - case when " + tie + " then 1 else 0 end)";
    }
  }
  CHECK(false);
}

std::string in_int64(SqlWriter& writer, const ScaleParts& parts) {
  const auto divide = [](const std::string& above, const std::string& below) { return "(" + above + " / " + below + ")"; };
  const auto rest = [](const std::string& above, const std::string& below) { return above + " % " + below; };
  return writer.bind(product(writer, parts.factors, parts.up), [&](const std::string& above) {
    if (!parts.divisor && parts.down == 1) return parts.negative ? "(- " + above + ")" : above;
    return writer.bind(parts.divisor ? product(writer, {*parts.divisor}, parts.down) : writer.integer(static_cast<std::int64_t>(parts.down)), [&](const std::string& below) {
      const std::string divisor = parts.divisor ? "abs(" + below + ")" : below;
      const std::string quotient = rounded_quotient("abs(" + above + ")", divisor, parts.rounding, divide, rest);
      const std::string sign = parts.divisor ? "(" + above + " < 0) <> (" + below + " < 0)" : above + " < 0";
      const std::string zero = parts.divisor ? "when " + below + " = 0 then null " : "";
      const std::string minus = parts.negative ? "then " + quotient + " else - " + quotient : "then - " + quotient + " else " + quotient;
      return "case " + zero + "when " + sign + " " + minus + " end";
    });
  });
}

std::string numeric_product(const std::vector<std::string>& factors, Wide constant) {
  std::string text = wide_text(constant) + "::numeric";
  for (const std::string& factor : factors) text += " * (" + factor + ")::numeric";
  return "(" + text + ")";
}

std::string in_numeric(SqlWriter& writer, const ScaleParts& parts) {
  const auto divide = [](const std::string& above, const std::string& below) { return "div(" + above + ", " + below + ")"; };
  const auto rest = [](const std::string& above, const std::string& below) { return "mod(" + above + ", " + below + ")"; };
  std::vector<std::string> below;
  if (parts.divisor) below.push_back(*parts.divisor);
  return writer.bind(numeric_product(parts.factors, parts.negative ? -parts.up : parts.up), [&](const std::string& above) {
    return writer.bind(numeric_product(below, parts.down), [&](const std::string& divisor) {
      const std::string quotient = rounded_quotient("abs(" + above + ")", "abs(" + divisor + ")", parts.rounding, divide, rest);
      const std::string zero = parts.divisor ? "when " + divisor + " = 0 then null " : "";
      return "(case " + zero + "when (" + above + " < 0) <> (" + divisor + " < 0) then - " + quotient + " else " + quotient + " end)::bigint";
    });
  });
}

}  // namespace

std::string product(const SqlWriter& writer, const std::vector<std::string>& factors, Wide constant) {
  std::string text;
  for (const std::string& factor : factors) text += (text.empty() ? "" : " * ") + factor;
  if (constant != 1 || text.empty()) text += (text.empty() ? "" : " * ") + writer.integer(static_cast<std::int64_t>(constant));
  return "(" + text + ")";
}

std::string write_node(SqlWriter& writer, SqlScope& scope, const Node& node, const Scale& what) {
  ScaleParts parts;
  parts.rounding = what.rounding;
  parts.up = magnitude(what.scale_up);
  parts.down = magnitude(what.scale_down);
  parts.negative = (what.scale_up < 0) != (what.scale_down < 0);
  bool present = true;
  for (const NodePtr& factor : {what.factor, what.factor2}) {
    if (!factor) continue;
    if (const std::optional<Value> known = writer.known(*factor)) {
      present = present && take_in(writer, *known, parts.up, parts.negative);
    } else {
      parts.factors.push_back(writer.write(*factor, scope));
      parts.bounds.push_back(factor->bound);
    }
  }
  if (what.divisor) {
    if (const std::optional<Value> known = writer.known(*what.divisor)) {
      present = present && take_in(writer, *known, parts.down, parts.negative);
    } else {
      parts.divisor = writer.write(*what.divisor, scope);
      parts.divisor_bound = what.divisor->bound;
    }
  }
  if (!present || parts.down == 0) return writer.missing(node.type.kind);
  const Wide common = common_divisor(parts.up, parts.down);
  parts.up /= common;
  parts.down /= common;
  if (fits_int64(parts)) return in_int64(writer, parts);
  return writer.sqlite() ? long_division(writer, parts) : in_numeric(writer, parts);
}

}  // namespace laoyou::rules
