// Numbers with units as plans write them: 12, 0.5, 55%, 2250万元, 35 m².
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "rules/value/type.h"

namespace laoyou::rules {

/// A value and its type.
struct TypedValue {
  Type type;
  std::int64_t value = 0;
  bool operator==(const TypedValue&) const = default;
};

/// Without unit: an integer, or a ratio when it has decimals. Refused as rules.unknown_unit (unit) or rules.mistyped_unit (unit, nearest),
/// money.malformed (below a fen), number.malformed, number.too_many_places, number.too_large (also beyond field_bound()), number.not_whole.
Result<TypedValue> number_value(std::string_view digits, std::string_view unit);

/// A region from 12 digits, or from the first 2, 4, 6 or 9 of them; nothing for other texts.
std::optional<std::int64_t> region_value(std::string_view digits);

/// A year that stands where a period is wanted (1900 to 2200), packed; nothing for other texts.
std::optional<std::int64_t> year_value(std::string_view digits);

}  // namespace laoyou::rules
