// Slips of the pen as real lists have them (笔误), in a number, a name or a day.
#pragma once

#include <string>

#include "base/random.h"

namespace laoyou::synth {

/// The same in the same order for the same seed. What has not the form that is meant stays as it is.
class Slips {
 public:
  explicit Slips(std::uint64_t seed) : random_(seed) {}

  bool chance(int percent) { return random_.below(100) < static_cast<std::uint64_t>(percent); }
  std::uint64_t below(std::uint64_t bound) { return random_.below(bound); }
  /// An identity number of 18 characters: one figure wrong, or two neighbours exchanged.
  void in_number(std::string& number);
  /// Another character of the same sound at the end; now and then the whole name in pinyin.
  void in_name(std::string& name);
  /// "2025-03-01": day and month exchanged where that may be, or the year beside it.
  void in_day(std::string& day);

 private:
  SeededRandom random_;
};

}  // namespace laoyou::synth
