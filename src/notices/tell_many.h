// The same as tell() for a great many at once, such as a month's payees.
#pragma once

#include "notices/tell.h"

namespace laoyou::notices {

/// Writes those that were not told before, in few statements. How many were written.
std::size_t tell_many(store::Writing& writing, std::vector<Told> all);

}  // namespace laoyou::notices
