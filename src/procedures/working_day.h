// The State Council's yearly notice on rest days (节假日安排): which weekdays are off and which weekend days are worked for them.
#pragma once

#include <string>

#include "record/describe.h"
#include "record/leaf.h"

namespace laoyou::procedures {

enum class DayKind {
  rest,  ///< 放假
  work   ///< 调休上班, on a Saturday or Sunday
};
LAOYOU_ENUM(DayKind, "day_kind", rest, work)

/// One row of working_days.csv: a day that is not what its weekday says, or a day of a holiday that names the notice.
struct WorkingDay {
  Date day;
  DayKind kind = DayKind::rest;
  std::string name;
  std::string source;  ///< number of the notice
  bool unverified = false;  ///< the number was not looked up
};
LAOYOU_RECORD(WorkingDay, "working_day", day, kind, name, source, unverified)

}  // namespace laoyou::procedures
