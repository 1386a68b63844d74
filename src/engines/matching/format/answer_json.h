// Answers as JSON (docs/matching.md), and what a checker takes from such a file.
#pragma once

#include <boost/json.hpp>

#include "engines/matching/check.h"
#include "engines/matching/reasons.h"

namespace laoyou::matching {

/// Totals, closed groups, blocking families, each family's seats and reasons, and the cut-offs.
boost::json::object write_answer(const Market& market, const Answer& answer);

/// A family's seats, wish and reasons, as in the list of write_answer().
boost::json::object write_family(const Market& market, const Answer& answer, const Reasons& reasons, int family);

/// The number of a wish from 1; "present" for what the family holds; null for nothing.
boost::json::value write_wish(const Market& market, int family, int option);

boost::json::object write_key(const Problem& problem, const Key& key);

/// The seats that a file written by write_answer() gives the problem's families. Refused as "dispatch.json.*".
CheckedResult<Claimed> read_claimed(const Problem& problem, const boost::json::value& file);

/// Compares the totals, blocking families and cut-offs of the file with a judgement; differing ones are "matching.claim_differs" {}, with
/// their path.
Refusals compare_claims(const Problem& problem, const boost::json::value& file, const Judgement& judgement);

}  // namespace laoyou::matching
