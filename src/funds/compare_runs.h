// Two runs of one subsidy held against each other, from their frozen inputs.
#pragma once

#include "funds/calculation.h"
#include "funds/differences.h"

namespace laoyou::funds {

struct ReasonTotal {
  std::int64_t people = 0;
  Fen change;
};

struct RunComparison {
  std::vector<Difference> differences;      ///< by subject; before and after are what is paid
  std::map<Reason, ReasonTotal> by_reason;  ///< their changes add up to after - before
  Fen before, after;                        ///< totals paid
};

/// As both were computed, whatever was decided about single payments afterwards.
CheckedResult<RunComparison> compare_runs(const OpenedRun& before, const OpenedRun& after);

}  // namespace laoyou::funds
