// Why two records are taken for one person or for two, field by field.
#pragma once

#include <string>
#include <vector>

#include "engines/linkage/model.h"

namespace laoyou::linkage {

struct FieldReason {
  int field = 0;
  Level level = Level::missing;
  double bits = 0;  ///< what it adds: above 0 for one person, below for two
};

struct Explanation {
  std::vector<FieldReason> fields;  ///< in the map's order
  double prior_bits = 0;            ///< before anything is looked at
  double bits = 0;                  ///< the sum of all
  double probability = 0;
  int against = -1;                 ///< hard evidence: place in the map's list, -1 for none
};

/// The bits of the fields and of the prior add up to those of the pair.
Explanation explain(const Comparer& comparer, const Weights& weights, const Records& records, Row a, Row b);

}  // namespace laoyou::linkage
