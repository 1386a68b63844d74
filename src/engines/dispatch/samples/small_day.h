// A plain day for tests to change.
#pragma once

#include <string>

#include "engines/dispatch/problem.h"

namespace laoyou::dispatch {

/// Visits v0, v1, … of half an hour each, open from nine to noon, one kilometre apart on a line from the depot on; carers c0, c1, … who walk
/// a metre a second and work from eight to four from the depot and back. Skill "bathing" and trait "woman" are known, and nobody has them.
inline Problem small_day(int visits, int carers) {
  Problem day;
  day.skills = {"bathing"};
  day.traits = {"woman"};
  day.places.push_back({"depot", 0, 0});
  day.modes.push_back({"foot", {}, 3600});
  for (int i = 0; i < visits; ++i) {
    day.places.push_back({"at" + std::to_string(i), 1000 * (i + 1), 0});
    Visit visit;
    visit.id = "v" + std::to_string(i);
    visit.place = i + 1;
    visit.length_s = 1800;
    visit.windows = {{9 * 3600, 12 * 3600}};
    day.visits.push_back(visit);
  }
  for (int i = 0; i < carers; ++i) {
    Carer carer;
    carer.id = "c" + std::to_string(i);
    day.carers.push_back(carer);
    Shift shift;
    shift.carer = i;
    shift.begins_s = 8 * 3600;
    shift.ends_s = 16 * 3600;
    shift.end_place = 0;
    day.shifts.push_back(shift);
  }
  day.objective = usual_objective();
  return day;
}

}  // namespace laoyou::dispatch
