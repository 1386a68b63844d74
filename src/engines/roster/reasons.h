// Why nobody more has a duty that one more carer is wanted for.
#pragma once

#include <optional>

#include "engines/roster/check.h"

namespace laoyou::roster {

/// What stands against one carer having the duty.
struct Against {
  int carer = 0;
  std::optional<Broken> broken;  ///< the first rule she would break if she had it and her other days stayed as they are
  bool never = false;            ///< no row of hers that keeps all rules has it, whatever her other days were
  std::int64_t price = 0;        ///< where no rule is broken: what the whole would cost more (less than 0: it would be cheaper)
};

/// A day and kind with too few.
struct Missing {
  std::size_t cover = 0;  ///< position in Problem::covers
  std::int64_t given = 0;
  std::vector<Against> against;  ///< each carer who does not have it
};

/// Each duty that is short of carers, with a reason for each carer. `plan` is of the right size.
std::vector<Missing> find_missing(const Problem& problem, const Plan& plan);

}  // namespace laoyou::roster
