// Times and memory of one thing done several times.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <vector>

namespace laoyou::bench {

/// Milliseconds of one call.
template <class Work>
double time_ms(const Work& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

inline double median(std::vector<double> times) {
  std::nth_element(times.begin(), times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2), times.end());
  return times[times.size() / 2];
}

/// Resident bytes now, and the most since reset_peak(); as the kernel counts them (proc(5)).
std::size_t resident_bytes();
std::size_t peak_bytes();
void reset_peak();

}  // namespace laoyou::bench
