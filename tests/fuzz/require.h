// What must hold of every input: the fuzzer takes an abort for a finding.
#pragma once

#include <cstdlib>

inline void require(bool holds) {
  if (!holds) std::abort();
}
