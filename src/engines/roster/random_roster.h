// Small rosters for tests to draw.
#pragma once

#include <string>

#include "base/random.h"
#include "engines/roster/problem.h"

namespace laoyou::roster {

/// One or two carers over a few days, with every rule now and then; it may hold contradictions.
class RandomRoster {
 public:
  explicit RandomRoster(std::uint64_t seed) : random_(seed) {}

  Problem make() {
    problem_.days = 3 + number(4);
    problem_.first_weekday = 1 + number(7);
    problem_.kinds = {{"early", {{6 * 3600, 14 * 3600}}, 8 * 3600, {}}, {"late", {{13 * 3600, 21 * 3600}}, 8 * 3600 - 1800 * number(3), {}}};
    if (chance(50)) problem_.kinds[1].not_before = {0};
    if (chance(30)) problem_.least_rest_s = 3600 * number(14);
    for (int carers = 1 + number(2); carers > 0; --carers) add_carer();
    for (int requests = number(5); requests > 0; --requests) problem_.requests.push_back({carer(), day(), number(2), chance(50), 1 + number(3)});
    for (int d = 0; d < problem_.days; ++d)
      for (int kind = 0; kind < 2; ++kind)
        if (chance(70)) problem_.covers.push_back({d, kind, number(3), 1 + number(20), number(3)});
    if (chance(20)) problem_.fixed.push_back({carer(), day(), number(3) - 1});
    return std::move(problem_);
  }

 private:
  int number(int below) { return static_cast<int>(random_.below(static_cast<std::uint64_t>(below))); }
  bool chance(int percent) { return number(100) < percent; }
  int day() { return number(problem_.days); }
  int carer() { return number(static_cast<int>(problem_.carers.size())); }

  void add_carer() {
    Carer one;
    one.id = "c" + std::to_string(problem_.carers.size());
    one.most_of_kind = {chance(20) ? number(3) : k_unlimited, chance(20) ? number(3) : k_unlimited};
    if (chance(40)) one.most_s = 3600 * (8 + number(40));
    if (chance(30)) one.least_s = 3600 * number(24);
    if (chance(30)) one.most_week_s = 3600 * (8 + number(24));
    if (chance(20)) one.least_week_s = 3600 * number(16);
    if (chance(40)) one.most_in_a_row = 1 + number(4);
    if (chance(40)) one.least_in_a_row = 1 + number(3);
    if (chance(40)) one.least_off_in_a_row = 1 + number(3);
    if (chance(30)) one.most_weekends = number(2);
    if (chance(30)) one.days_off.push_back(day());
    for (int known = chance(50) ? number(4) : 0; known > 0; --known) one.before.push_back(number(3) - 1);
    if (chance(20)) {
      for (int length = 2 + number(4); length > 0; --length) one.pattern.push_back(number(4) - 2);
      one.pattern_start = number(static_cast<int>(one.pattern.size()));
    }
    problem_.carers.push_back(std::move(one));
  }

  SeededRandom random_;
  Problem problem_;
};

}  // namespace laoyou::roster
