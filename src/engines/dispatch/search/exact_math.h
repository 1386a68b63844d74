// Logarithm and exponential from basic arithmetic alone. The library's own may differ between machines in the last digit, and one digit is
// enough to send a search another way.
#pragma once

namespace laoyou::dispatch {

/// The natural logarithm of 0 < x, to about 1e-15.
double exact_log(double x);

/// e to the power of -700 < x < 700, to about 1e-15 of the value.
double exact_exp(double x);

}  // namespace laoyou::dispatch
