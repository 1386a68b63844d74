// Plans as files: "laoyou.dispatch.plan", version 1. docs/dispatch.md describes every member.
#pragma once

#include <boost/json.hpp>
#include <string_view>

#include "base/result.h"
#include "engines/dispatch/explain.h"
#include "engines/dispatch/solve.h"

namespace laoyou::dispatch {

/// What to do with stops of a plan that the problem does not know.
enum class Unknown : std::uint8_t { refuse, skip };

/// Reads the routes of a plan. Shifts are named by number and carer; both must agree with the problem.
CheckedResult<Plan> read_plan(const Problem& problem, const boost::json::value& value, Unknown unknown);

/// Where a plan file claims times or terms other than those of the judgement: "dispatch.check.claimed_<start|term>" with both values.
Refusals compare_claims(const boost::json::value& value, const Judgement& judgement);

/// Writes an answer with times, terms, levels, unserved visits and reasons. `explanations` may be empty.
boost::json::object write_answer(const Problem& problem, const Answer& answer, const std::vector<Explanation>& explanations,
                                 const std::vector<Choice>& choices);

/// Broken rules with their words and their places in the plan's file, "/routes/2/stops/5"; "/routes" for what stands in no route of it.
Refusals refusals_in_file(const Problem& problem, const std::vector<Broken>& broken, const boost::json::value& value);

/// Refusals as a list of {code, place, words}.
boost::json::array write_refusals(const Refusals& refusals);

}  // namespace laoyou::dispatch
