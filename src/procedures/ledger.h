// A term as a budget: so much time that runs, and the stretches in which it stood still. The day on which it passes is computed, never kept.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/instant.h"
#include "procedures/calendar.h"
#include "procedures/length.h"

namespace laoyou::procedures {

/// The case stood still: the applicant was asked, or it was suspended. Stops are in order and do not overlap; only the last may be open.
struct Stop {
  Instant from;
  std::optional<Instant> until;
  bool operator==(const Stop&) const = default;
};
LAOYOU_RECORD(Stop, "case_stop", from, until)

/// When `within`, begun at `started`, passes; nothing while it stands still.
///
/// Days, working days and half days count when the term ran through the whole of them in Beijing time: so the day on which it begins, the day
/// of a stop and the day on which it goes on are not counted (民法典 art. 201: 开始的当日不计入). It passes at the end of the last counted one.
/// Calendar days that end on a day of rest pass at the end of the next working day (民法典 art. 203) on which the
/// term runs. Hours and minutes run with the clock.
/// Extensions are added to the budget by the caller.
std::optional<Instant> passes_at(const Calendar& calendar, Length within, Instant started, std::span<const Stop> stops);

/// How much of it has been used by `now`, in its own unit, whole units only.
std::int64_t used_by(const Calendar& calendar, LengthUnit unit, Instant started, std::span<const Stop> stops, Instant now);

/// The last day on which the thing is still in time, for people: 2026-03-05 for a term that passes at 2026-03-06T00:00 Beijing time.
Date last_day(Instant passes);

}  // namespace laoyou::procedures
