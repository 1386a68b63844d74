// Which missing facts keep an answer open: evaluation with facts that are not known yet.
#pragma once

#include <compare>
#include <set>

#include "rules/rows/evaluate.h"

namespace laoyou::rules {

/// One field of one row.
struct FactPlace {
  int record = -1;
  std::size_t row = 0;
  int field = -1;
  auto operator<=>(const FactPlace&) const = default;
};
using FactPlaces = std::set<FactPlace>;

/// A node's value as far as the facts decide it. `open` empty: it is `value`, and if that is missing no fact at hand would change it (no row of
/// a table holds the key, a divisor is zero, a parameter ended). Else it is not decided before some of these facts are filled in.
struct PartialValue {
  Value value;
  FactPlaces open;
};

/// Missing facts whose value decides the node for these rows. Facts that cannot matter are not among them: those behind a FALSE side of `and`, of
/// branches not taken, beside an operand that no fact can give a value, and those for which the rule itself says what then holds (`else`,
/// `is missing`) unless they are needed elsewhere. With all of them filled in, and references leading to rows without gaps, the node is decided.
PartialValue evaluate_partially(const RowEvaluator& evaluator, const Node& node, const RowStack& rows);

}  // namespace laoyou::rules
