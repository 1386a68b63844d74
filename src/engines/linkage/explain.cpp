#include "engines/linkage/explain.h"

namespace laoyou::linkage {

Explanation explain(const Comparer& comparer, const Weights& weights, const Records& records, Row a, Row b) {
  const Pattern pattern = comparer.compare(a, b);
  Explanation result;
  result.prior_bits = result.bits = weights.of_prior();
  for (int field = 0; field < static_cast<int>(records.map().fields.size()); ++field) {
    const Level level = level_in(pattern, field);
    const double bits = weights.of_field(field, level, records.codes(a)[field], records.codes(b)[field]);
    result.fields.push_back({field, level, bits});
    result.bits += bits;
  }
  result.probability = probability_of(result.bits);
  result.against = evidence_against(records.map(), pattern);
  return result;
}

}  // namespace laoyou::linkage
