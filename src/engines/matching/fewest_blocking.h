// The fewest blocking families there can be, proved by an integer program.
#pragma once

#include <functional>
#include <optional>

#include "engines/matching/placement.h"

namespace laoyou::matching {

struct Proof {
  std::optional<std::vector<int>> options;  ///< of each family, with fewer blocking families than were known; nothing where none was found
  int least = 0;                            ///< no answer has fewer blocking families
};

/// Looks with CBC for an answer with fewer than `known` blocking families, for at most `seconds` of processor time or until `must_stop` (may be empty) says so. A market too large for the program
/// (more than a hundred thousand entries) is not looked at: the proof then says that none has fewer than 0.
Proof fewest_blocking(const Market& market, const Closed& closed, int known, double seconds, const std::function<bool()>& must_stop);

}  // namespace laoyou::matching
