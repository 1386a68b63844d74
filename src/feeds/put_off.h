// Tasks that a clerk has put off (以后再定) come back on their day.
#pragma once

#include "store/writing.h"

namespace laoyou::feeds {

/// Those put off to `today` or an earlier day are open again; at most 1,000 in one command. How many there were. One put off to no day stays where it is.
std::size_t take_up_again(store::Writing& writing, Date today);

}  // namespace laoyou::feeds
