// What an indicator should reach (目标): a comparator and a value for a period.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "record/leaf.h"

namespace laoyou::plan {

/// How a value is held against its target; `within` has two ends, both included.
enum class Comparator { at_least, at_most, equal, more, less, within };
LAOYOU_ENUM(Comparator, "comparator", at_least, at_most, equal, more, less, within)

/// ">=", "<=", "=", ">", "<", "..".
std::string_view comparator_sign(Comparator comparator);

/// "达标, 接近, 落后", or why there is none of these: 未填报 (no value), 不考核 (a value, but no target for this place). Shown with a shape and a
/// word, never by colour alone.
enum class Light { met, near, behind, not_reported, no_target };
LAOYOU_ENUM(Light, "light", met, near, behind, not_reported, no_target)

/// A target for one period, in the indicator's unit.
struct Target {
  Period period;
  Comparator comparator = Comparator::at_least;
  Decimal value;
  std::optional<Decimal> value_to;  ///< the upper end of `within`
  std::string text;                 ///< as the plan writes it: ">= 60", "2..4"
};
LAOYOU_RECORD(Target, "target", period, comparator, value, value_to, text)

/// Reads ">= 60", "= 100", "2..4". Refused as "target.malformed"; a bare number as "target.no_sign", since it may mean at least or exactly.
Result<Target> parse_target(Period period, std::string_view text);

/// How far `actual` is from the target: actual - value for a single value, the distance outside for a span (0 inside).
Decimal gap_to(const Target& target, Decimal actual);

/// Whether `actual` reaches the target; within `near_share_percent` of the target's value it is near, further it is behind.
Light light_of(const Target& target, Decimal actual, int near_share_percent);

}  // namespace laoyou::plan
