#pragma once

#include <boost/json.hpp>

#include "engines/matching/problem.h"

namespace laoyou::matching {

/// The problem in the form that read_problem() reads; wishes are written out, one list of places for each.
boost::json::object write_problem(const Problem& problem);

}  // namespace laoyou::matching
