#include "engines/dispatch/search/exact_math.h"

#include <cmath>
#include <numbers>

namespace laoyou::dispatch {

double exact_log(double x) {
  int exponent = 0;
  double mantissa = std::frexp(x, &exponent);  // exact: 0.5 to 1
  if (mantissa < 0.70710678118654752) {
    mantissa *= 2;
    --exponent;
  }
  // ln m = 2 artanh z with z = (m - 1) / (m + 1); |z| < 0.172, so fifteen terms are enough.
  const double z = (mantissa - 1) / (mantissa + 1);
  double sum = 0, power = z;
  for (int k = 0; k < 15; ++k, power *= z * z) sum += power / (2 * k + 1);
  return 2 * sum + exponent * std::numbers::ln2;
}

double exact_exp(double x) {
  const double halvings = std::floor(x / std::numbers::ln2 + 0.5);
  const double rest = x - halvings * std::numbers::ln2;  // |rest| < 0.35
  double sum = 1, term = 1;
  for (int k = 1; k < 18; ++k) {
    term *= rest / k;
    sum += term;
  }
  return std::ldexp(sum, static_cast<int>(halvings));
}

}  // namespace laoyou::dispatch
