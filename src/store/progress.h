// What can be long shows how far it is and can be stopped.
#pragma once

#include <cstdint>
#include <functional>

#include "store/failure.h"

namespace laoyou::store {

/// Called now and then with the work done and the whole (same unit, whole 0 when unknown); answering false stops the work.
using Progress = std::function<bool(std::int64_t done, std::int64_t whole)>;

/// Reports, and throws Cancelled when told to stop. An empty callback means nobody watches.
inline void report(const Progress& progress, std::int64_t done, std::int64_t whole) {
  if (progress && !progress(done, whole)) throw Cancelled();
}

}  // namespace laoyou::store
