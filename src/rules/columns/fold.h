// What needs no rows is computed once: constants become constants, functions of one column with few numbers become tables or ranges of them.
// Both by running the operations themselves, so that a table cannot say anything else than what it stands for.
#pragma once

#include "rules/columns/compile.h"

namespace laoyou::rules {

/// Columns whose numbers span more than this are computed row by row.
constexpr std::int64_t k_most_entries = 65'536;
/// So many entries are cheap however few rows there are.
constexpr std::int64_t k_always_entries = 1'024;

/// Rewrites a domain below the registers pointed to, which may be -1 and are set to what now holds the same.
void fold(Compiler& compiler, int domain, const std::vector<int*>& roots);

}  // namespace laoyou::rules
