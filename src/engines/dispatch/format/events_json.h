// What happened on a running day, as a file: "laoyou.dispatch.events", version 1.
#pragma once

#include <string_view>

#include "engines/dispatch/replan.h"

namespace laoyou::dispatch {

/// Reads events; carers and visits are named by the ids of `problem`. Added visits are written as in a problem file, one carer each.
CheckedResult<Events> read_events(const Problem& problem, std::string_view text);

}  // namespace laoyou::dispatch
