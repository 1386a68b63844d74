// Ranges of constant values, ends included, as lists of `in`, rows of bands and tables have them.
#pragma once

#include <utility>
#include <vector>

#include "rules/value/type.h"

namespace laoyou::rules {

/// Nothing is an open end.
using ValueRange = std::pair<Value, Value>;

/// True when no value lies in the range.
bool is_empty(const ValueRange& range);

/// True when a value lies in both.
bool overlap(const ValueRange& left, const ValueRange& right);

/// Sorted by the lower end, ranges that overlap joined.
std::vector<ValueRange> joined(std::vector<ValueRange> ranges);

}  // namespace laoyou::rules
