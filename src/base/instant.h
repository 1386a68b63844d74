// A point in time, UTC, to the millisecond. What a person sees is Beijing time (UTC+8, no summer time since 1992).
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/result.h"

namespace laoyou {

/// Milliseconds since 1970-01-01T00:00:00Z.
struct Instant {
  std::int64_t milliseconds = 0;

  /// "2026-11-21T08:30:00.000Z"
  std::string text() const;
  /// Reads what text() writes; the milliseconds may be left out. Refused as "instant.malformed" (also after 9999 in Beijing) or
  /// "date.unknown_day".
  static Result<Instant> parse(std::string_view text);
  /// True when it has a day both in UTC and in Beijing (0001-01-01 to 9999-12-31); text() and beijing_day() stop the request otherwise.
  bool in_calendar() const;
  /// The calendar day in Beijing (UTC+8) at this instant.
  Date beijing_day() const;

  Instant plus_milliseconds(std::int64_t count) const { return {milliseconds + count}; }
  auto operator<=>(const Instant&) const = default;
};

}  // namespace laoyou
