// What the parts of `laoyou dispatch` read alike: files, and how long to search. Refusals are said as JSON.
#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <utility>

#include "app/options.h"
#include "base/result.h"

namespace laoyou::app {

/// The text of a file, or of `in` where it is named "-"; refused as "file.unreadable".
Result<std::string> dispatch_text(const std::string& name, std::istream& in);

/// Says refusals as one JSON object, {"refused": […]}. Gives back 1.
int say_as_json(const Refusals& refusals, std::ostream& err);

/// The clock of a run: wall time, or processor time of the process shared by its threads.
class Stopwatch {
 public:
  Stopwatch(bool cpu, int threads);
  double elapsed_s() const { return (now_s() - start_s_) / threads_; }

 private:
  double now_s() const;
  int clock_;
  double threads_;
  double start_s_;
};

/// How long and how to search.
struct Effort {
  double seconds = 0;
  std::optional<std::int64_t> steps;  ///< then time does not count
  std::uint64_t seed = 1;
  int threads = 1;
  int searches = 1;
  bool cpu = false;

  /// From the options seconds, iterations, seed, threads, searches and clock, those of them that the command takes.
  static CheckedResult<Effort> read(const Options& options, double default_s);
  /// The most steps: far more than any time allows where none are asked for.
  std::int64_t most_steps() const;
  /// The share of the time that is used, for the search to ask; empty where steps count. `watch` outlives it.
  std::function<double()> elapsed_share(const Stopwatch& watch) const;
};

/// Adds a refusal to those before it; the value where there is one.
template <class Value>
std::optional<Value> take(CheckedResult<Value> result, Refusals& refusals) {
  if (result) return std::move(*result);
  const Refusals more = result.error();
  refusals.insert(refusals.end(), more.begin(), more.end());
  return std::nullopt;
}

}  // namespace laoyou::app
