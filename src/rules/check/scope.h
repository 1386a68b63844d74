// Where in a book an expression stands: the rows that its names speak of.
#pragma once

#include <optional>
#include <vector>

#include "rules/value/type.h"

namespace laoyou::rules {

/// Records of the rows around a name, innermost first; none in a total outside its aggregates.
struct Scope {
  std::vector<int> rows;

  bool in_total() const { return rows.empty(); }
  /// Inside an aggregate over `record`.
  Scope within(int record) const {
    Scope inner;
    inner.rows.push_back(record);
    inner.rows.insert(inner.rows.end(), rows.begin(), rows.end());
    return inner;
  }
};

/// What the surroundings say of the type of an expression: codes, years and regions are told by it. It does not force a type.
struct Hint {
  std::optional<Type> type;
  bool silent = false;  ///< the other side was wrong already: names without a meaning are not worth another refusal

  bool wants(Kind kind) const { return type && type->kind == kind; }
};

}  // namespace laoyou::rules
