// What a day does to notices.
#pragma once

#include "base/date.h"
#include "store/writing.h"

namespace laoyou::notices {

/// How long a message, also an urgent one, is kept among the open ones when nobody puts it away.
inline constexpr int k_message_days = 90;

/// Settles messages older than that. Something to be done stays until it is. At most 1,000 in one command; how many there were.
std::size_t daily(store::Writing& writing, Date today);

}  // namespace laoyou::notices
