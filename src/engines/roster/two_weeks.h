// A plain roster for tests to change.
#pragma once

#include <string>

#include "engines/roster/problem.h"

namespace laoyou::roster {

/// Four carers over two weeks from a Monday: early or late, two early and one late wanted from Monday to Friday, one early on Saturday and
/// Sunday. At most 72 hours each, five days in a row, two days off at least, one weekend; nobody is early after having been late.
inline Problem two_weeks() {
  Problem problem;
  problem.days = 14;
  problem.kinds = {{"early", {{7 * 3600, 15 * 3600}}, 8 * 3600, {}}, {"late", {{13 * 3600, 21 * 3600}}, 8 * 3600, {0}}};
  for (int i = 0; i < 4; ++i) {
    Carer carer;
    carer.id = "c" + std::to_string(i);
    carer.most_of_kind = {k_unlimited, k_unlimited};
    carer.most_s = 10 * 8 * 3600;
    carer.most_in_a_row = 5;
    carer.least_off_in_a_row = 2;
    carer.most_weekends = 1;
    problem.carers.push_back(carer);
  }
  for (int day = 0; day < problem.days; ++day) {
    const bool weekend = day % 7 >= 5;
    problem.covers.push_back({day, 0, weekend ? 1 : 2, 100, 1});
    problem.covers.push_back({day, 1, weekend ? 0 : 1, 100, 1});
  }
  return problem;
}

}  // namespace laoyou::roster
