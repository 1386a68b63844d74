// The pairs worth comparing: those that share a key.
#pragma once

#include <cstdint>
#include <vector>

#include "engines/linkage/keys.h"
#include "engines/linkage/pattern.h"

namespace laoyou::linkage {

/// A key that too many records share: its pairs are not formed.
struct CrowdedKey {
  std::size_t rule = 0;
  std::uint32_t records = 0;
  Row example = 0;
};

struct Candidate {
  Row a = 0, b = 0;         ///< a < b
  std::uint32_t rules = 0;  ///< bit i: they share the key of rule i
  Pattern pattern = 0;
};

struct Candidates {
  std::vector<Candidate> pairs;  ///< each once, by first rule, key and row
  std::vector<CrowdedKey> crowded;
};

/// All pairs that share a key which at most key_limit records have (of two files: pairs across), compared. Time and memory are linear in
/// the records and the pairs: a crowded key is only counted.
Candidates find_candidates(const Records& records, const Keys& keys, const Comparer& comparer);

}  // namespace laoyou::linkage
