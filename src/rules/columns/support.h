// Which rows a sum need not visit: those whose value is certainly zero, or certainly missing, told by masks alone.
#pragma once

#include "rules/columns/compile.h"

namespace laoyou::rules {

/// Register of a mask that is TRUE only for rows where value register `value` is present and zero; it may miss some, above all where telling
/// would need a wide column, unless `exact` asks for all that masks can tell. -1: nothing is known.
int zero_of(Compiler& compiler, int domain, int value, bool exact);

/// Register of a mask that is TRUE for exactly the rows where the value is missing, FALSE for all others; -1 when masks do not tell.
int absent_of(Compiler& compiler, int domain, int value);

/// Whether a mask needs the values of columns wider than 16 bits.
bool reads_wide_columns(Compiler& compiler, int domain, int mask);

/// Missing rows of every group as a sum: rows in which `field` of the row itself is missing, which are the same for every question (-1: none),
/// and rows of masks, added or taken away.
struct AbsentCount {
  int field = -1;
  std::vector<std::pair<int, int>> masks;  ///< register, 1 or -1
};
AbsentCount count_of_absent(Compiler& compiler, int domain, int absent);

/// The field of the row itself without which a condition is missing, when it is missing for no other rows; -1 otherwise.
int undecided_field(const Program& program, int domain, int condition);

/// Greatest magnitude that a value register can hold with the columns as they are; INT64_MAX when not known.
std::int64_t bound_of(const Program& program, int domain, int value);

}  // namespace laoyou::rules
