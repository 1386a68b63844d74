// Compiled with -march=x86-64-v3 (column_kernels.cmake) on x86-64; elsewhere only the first of the three is used, as plain loops.
#include "rules/columns/kernel_loops.h"

namespace laoyou::rules {
extern const Kernels k_kernels_v3;
constexpr Kernels k_kernels_v3 = made_for("v3");
}  // namespace laoyou::rules
