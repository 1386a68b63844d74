#include "notices/place.h"

#include <algorithm>

namespace laoyou::notices {
namespace {

constexpr char k_urgent = '0', k_dated = '1', k_message = '2', k_settled = '9';

/// Later instants first. Thirteen digits last until the year 2286.
std::string latest_first(char group, Instant at) {
  constexpr std::int64_t k_last = 9'999'999'999'999;
  std::string digits = std::to_string(k_last - std::clamp<std::int64_t>(at.milliseconds, 0, k_last));
  return group + std::string(13 - digits.size(), '0') + digits;
}

std::string day(Date date) { return k_dated + date.text(); }

}  // namespace

std::string open_place(Importance importance, const std::optional<Date>& due, Instant told_at) {
  if (importance == Importance::urgent) return latest_first(k_urgent, told_at);
  return importance == Importance::dated && due ? day(*due) : latest_first(k_message, told_at);
}

std::string settled_place(Instant settled_at) { return latest_first(k_settled, settled_at); }

Group group_of(std::string_view place, Date today) {
  if (place.empty() || place.front() == k_message) return Group::message;
  if (place.front() == k_urgent) return Group::urgent;
  const std::string now = day(today);
  return place < now ? Group::overdue : place == now ? Group::today : Group::later;
}

PlaceRange places_of(Group group, Date today) {
  const std::string from = day(today), before = day(today.plus_days(1));
  switch (group) {
    case Group::urgent:
      return {{k_urgent}, {k_dated}};
    case Group::overdue:
      return {{k_dated}, from};
    case Group::today:
      return {from, before};
    case Group::later:
      return {before, {k_message}};
    default:
      return {{k_message}, {k_settled}};
  }
}

}  // namespace laoyou::notices
