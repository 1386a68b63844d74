#pragma once

#include <cstdint>
#include <functional>

namespace laoyou::siting {

/// How hard an optimiser may work. The engine holds no clock: whoever calls it says when to stop.
struct Effort {
  /// Asked often; once it answers true the optimiser returns its best answer with the bound it has so far.
  /// Left empty, the optimiser works until its answer is proved or `node_limit` is reached.
  std::function<bool()> must_stop;
  /// Called at times with the value and bound reached so far, for a progress display; may be empty.
  std::function<void(double value, double bound)> progress;
  /// Seed of every random choice. The same problem, seed and node limit give the same answer wherever `must_stop`
  /// does not cut in.
  std::uint64_t seed = 1;
  /// Seconds an exact program given to CBC may take; CBC keeps its own time.
  double program_seconds = 600;
  /// Most nodes of the branching tree to be looked at.
  std::int64_t node_limit = 1'000'000;

  [[nodiscard]] bool stop_now() const { return must_stop && must_stop(); }
};

}  // namespace laoyou::siting
