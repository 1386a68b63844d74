// Reads a problem of placing from JSON (docs/matching.md).
#pragma once

#include <string_view>

#include "base/result.h"
#include "engines/matching/problem.h"

namespace laoyou::matching {

/// The problem in order of ids. Everything that is wrong is refused at once, each with its path: "dispatch.json.*" for the form (the engines read
/// JSON by one reader), and
///   matching.no_group          {place, grade}: the place takes nobody of the grade
///   matching.grade_twice       {grade, place}: two groups of a place take it
///   matching.wish_size         {members, seats}
///   matching.wish_empty        {}: a wish for nothing
///   matching.wish_repeated     {}
///   matching.wishes_twice      {}: a family's wishes and its members' own
///   matching.too_many_options  {most}: together, the members' wishes make more
CheckedResult<Problem> read_problem(std::string_view text);

}  // namespace laoyou::matching
