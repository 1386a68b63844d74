// The plan folder's own working days, for tests: the figures that run are the figures tested.
#pragma once

#include <fstream>
#include <sstream>

#include "base/csv.h"
#include "procedures/calendar.h"

namespace laoyou::procedures::testing {

inline std::vector<WorkingDay> notices() {
  std::ifstream in("plans/national/working_days.csv", std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  std::vector<WorkingDay> days;
  const auto rows = read_csv(text.str()).value();
  for (std::size_t row = 1; row < rows.size(); ++row)
    days.push_back({Date::parse(rows[row][0].text).value(), rows[row][1].text == "work" ? DayKind::work : DayKind::rest, rows[row][2].text, rows[row][3].text});
  return days;
}

inline const Calendar& calendar() {
  static const Calendar k_calendar(notices());
  return k_calendar;
}

}  // namespace laoyou::procedures::testing
