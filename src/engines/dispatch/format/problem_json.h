// The problem as a file: "laoyou.dispatch.problem", version 1. docs/dispatch.md describes every member.
#pragma once

#include <boost/json.hpp>
#include <string_view>

#include "base/result.h"
#include "engines/dispatch/problem.h"

namespace laoyou::dispatch {

/// Reads a problem; refused with everything that is wrong, each by its path. A visit with "carers": n becomes n visits "id", "id#2", … that
/// start together.
CheckedResult<Problem> read_problem(std::string_view text);
CheckedResult<Problem> read_problem(const boost::json::value& value);

/// Writes a problem so that reading it gives it back.
boost::json::object write_problem(const Problem& problem);

}  // namespace laoyou::dispatch
