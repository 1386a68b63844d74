// factors × up ÷ (divisor × down), what is constant already multiplied and in lowest terms.
#pragma once

#include "rules/sql/writer.h"

namespace laoyou::rules {

constexpr Wide k_largest_int64 = INT64_MAX;

struct ScaleParts {
  std::vector<std::string> factors;     ///< expressions, at most two
  std::vector<std::int64_t> bounds;     ///< of their absolute values
  std::optional<std::string> divisor;   ///< an expression, or nothing
  std::int64_t divisor_bound = 1;
  Wide up = 1, down = 1;                ///< up ≥ 0, down > 0
  bool negative = false;                ///< the constants' sign
  Rounding rounding = Rounding::half_up;
};

/// The product as one expression of 64 bits.
std::string product(const SqlWriter& writer, const std::vector<std::string>& factors, Wide constant);

/// The rounded quotient in SQLite's 64 bits, although the dividend may need 128. Refuses "rules.sql_too_large" when a divisor is so large that
/// three decimal digits more would not fit.
std::string long_division(SqlWriter& writer, const ScaleParts& parts);

}  // namespace laoyou::rules
