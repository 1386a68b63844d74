// Duty rosters as files: "laoyou.dispatch.roster" and "laoyou.dispatch.roster_plan", version 1. docs/dispatch.md describes every member.
#pragma once

#include <boost/json.hpp>
#include <string_view>

#include "base/result.h"
#include "engines/roster/solve.h"

namespace laoyou::roster {

/// Reads a problem; refused with everything that is wrong, each by its path.
CheckedResult<Problem> read_problem(std::string_view text);

/// Reads who has what; every carer of the problem once, every day of hers.
CheckedResult<Plan> read_plan(const Problem& problem, std::string_view text);

/// The roster with its prices, the rules it breaks, the days that have too few or too many (and, of too few, what stands against each carer), and the shifts that follow from it, as the
/// problem of `laoyou dispatch solve` takes them but for their places.
boost::json::object write_answer(const Problem& problem, const Plan& plan, const Judgement& judgement);

}  // namespace laoyou::roster
