// The day a screen asks about: today, or a past one as it stood then.
#pragma once

#include "plan/answers/kept_answers.h"
#include "plan/indicators/readings_view.h"
#include "store/acting.h"

namespace laoyou::plan {

/// A past day is asked for what was recorded until it ended; anything else for what stands now.
struct AskedDay {
  Date day;
  bool past = false;
  bool over = false;  ///< since more than a day: whatever was begun on it is written by now

  /// Calls f(const ReadingsView&) with the values of that day, for places within `region`.
  template <class F>
  auto view(KeptAnswers& kept, store::Snapshot& reading, RegionCode region, F&& f) const {
    const auto of_the_country = [&] { return ReadingsView(reading, RegionCode(), day).everything(); };
    if (past && over) return f(ReadingsView(reading, kept.past_readings(day, of_the_country)));
    return past ? f(ReadingsView(reading, region, day)) : f(ReadingsView(reading, kept.readings(reading)));
  }
};

/// Refused as "plan.day_to_come".
inline Result<AskedDay> asked_day(const store::Acting& acting, const std::optional<Date>& as_of) {
  const Date today = acting.at.beijing_day();
  if (as_of && *as_of > today) return at("/as_of", refuse("plan.day_to_come", {as_of->text()}));
  return AskedDay{as_of.value_or(today), as_of && *as_of < today, as_of && as_of->plus_days(1) < today};
}

}  // namespace laoyou::plan
