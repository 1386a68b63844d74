// What a pair of records looks like: the level of every field, in one number.
#pragma once

#include <cstdint>

#include "engines/linkage/records.h"

namespace laoyou::linkage {

/// Four bits a field, the first field lowest.
using Pattern = std::uint64_t;

inline Level level_in(Pattern pattern, int field) { return static_cast<Level>(pattern >> (4 * field) & 15); }

/// Compares records of `records`, which may grow meanwhile.
class Comparer {
 public:
  explicit Comparer(const Records& records) : records_(&records) {}

  /// The same whichever comes first. Where two fields may be exchanged and were, the first says `crossed` and the other is missing.
  [[nodiscard]] Pattern compare(Row a, Row b) const;
  /// The level of one field alone, exchanges not looked for.
  [[nodiscard]] Level level(int field, Code a, Code b) const;

 private:
  [[nodiscard]] bool is_crossed(int field, int partner, const Code* a, const Code* b) const;

  const Records* records_;
};

/// True when the pattern fulfils every condition of one of the declared kinds of hard evidence; its place in the map, else -1.
int evidence_against(const Map& map, Pattern pattern);

}  // namespace laoyou::linkage
