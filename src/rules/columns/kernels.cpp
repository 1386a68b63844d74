#include "rules/columns/kernels.h"

#include <cstdlib>
#include <string_view>

namespace laoyou::rules {

extern const Kernels k_kernels_v2, k_kernels_v3, k_kernels_v4;

namespace {

bool has_level(int level) {
#if defined(__x86_64__)
  // Of each level what the loops use; the levels themselves are named in the x86-64 psABI.
  const bool v3 = __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("bmi2") != 0 && __builtin_cpu_supports("fma") != 0;
  const bool v4 = v3 && __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512bw") != 0 && __builtin_cpu_supports("avx512dq") != 0 &&
                  __builtin_cpu_supports("avx512vl") != 0 && __builtin_cpu_supports("avx512cd") != 0;
  if (level == 4) return v4;
  if (level == 3) return v3;
  return __builtin_cpu_supports("sse4.2") != 0 && __builtin_cpu_supports("popcnt") != 0;
#else
  return level == 2;
#endif
}

int wanted_level() {
  const char* const asked = std::getenv("LAOYOU_INSTRUCTIONS");
  if (asked == nullptr) return 4;
  const std::string_view name = asked;
  return name == "v2" ? 2 : name == "v3" ? 3 : 4;
}

const Kernels& choose() {
  for (int level = wanted_level(); level > 2; --level)
    if (const Kernels* const found = kernels_of_level(level)) return *found;
  return k_kernels_v2;
}

}  // namespace

const Kernels* kernels_of_level(int level) {
  if (!has_level(level)) return nullptr;
  return level == 4 ? &k_kernels_v4 : level == 3 ? &k_kernels_v3 : &k_kernels_v2;
}

const Kernels& kernels() {
  static const Kernels& chosen = choose();
  return chosen;
}

}  // namespace laoyou::rules
