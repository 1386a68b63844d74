// Where a notice stands in an inbox: a text whose order is the order of the list, so that every list is a walk along one index.
#pragma once

#include <string>

#include "base/clock.h"
#include "base/date.h"
#include "notices/records.h"

namespace laoyou::notices {

/// The groups an inbox shows, in their order. Which of the three dated ones it is depends on the day of reading.
enum class Group {
  urgent,   ///< 要紧
  overdue,  ///< 已过期
  today,    ///< 今天
  later,    ///< 以后
  message   ///< 消息
};
LAOYOU_ENUM(Group, "inbox_group", urgent, overdue, today, later, message)

/// Of an open notice: urgent ones first, the latest on top; then by the day they are due; then messages, the latest on top. A dated one without a
/// day stands with the messages.
std::string open_place(Importance importance, const std::optional<Date>& due, Instant told_at);
/// Of a settled or done one: the last settled on top.
std::string settled_place(Instant settled_at);

/// The group of an open notice, read on this day.
Group group_of(std::string_view place, Date today);

/// The places of a group: from `from` on and before `before`.
struct PlaceRange {
  std::string from, before;
};
PlaceRange places_of(Group group, Date today);

}  // namespace laoyou::notices
