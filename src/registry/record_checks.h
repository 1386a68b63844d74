// What holds for many records alike: days in their order, numbers in their range.
#pragma once

#include <optional>
#include <string_view>

#include "base/date.h"
#include "base/result.h"

namespace laoyou::registry {

/// A day that comes before the one it follows is refused as "records.day_before", said of `field`.
void refuse_order(Refusals& refusals, std::string_view field, const std::optional<Date>& first, const std::optional<Date>& then);

/// A number outside least..most is refused as "records.out_of_range".
void refuse_outside(Refusals& refusals, std::string_view field, std::int64_t value, std::int64_t least, std::int64_t most);

/// Of a record that holds from one day to another, the second day being the first on which it no longer holds.
template <class T>
Refusals check_term(const T& now, const T*) {
  Refusals refusals;
  refuse_order(refusals, "/until", now.from, now.until);
  return refusals;
}

/// Of a record that opens and closes.
template <class T>
Refusals check_opening(const T& now, const T*) {
  Refusals refusals;
  refuse_order(refusals, "/closed", now.opened, now.closed);
  return refusals;
}

/// Of a paper that is issued and expires.
template <class T>
Refusals check_paper(const T& now, const T*) {
  Refusals refusals;
  refuse_order(refusals, "/expires", now.issued, now.expires);
  return refusals;
}

}  // namespace laoyou::registry
