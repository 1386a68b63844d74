// The independent judge of a duty roster.
#pragma once

#include "base/result.h"
#include "engines/roster/problem.h"

namespace laoyou::roster {

/// The rules of a roster.
enum class Rule : std::uint8_t {
  unable,          ///< the carer never has this kind
  day_off,         ///< a duty on her day off
  pattern,         ///< other than her pattern
  fixed,           ///< other than settled
  succession,      ///< the kind may not follow that of the day before
  most_of_kind,
  most_time,
  least_time,
  most_week_time,  ///< in the week that begins, or the plan, on this day
  least_week_time,
  most_in_a_row,
  least_in_a_row,
  least_off_in_a_row,
  most_weekends,
};
constexpr std::size_t k_rules = 14;

/// One broken rule.
struct Broken {
  Rule rule = Rule::unable;
  int carer = 0;
  int day = 0;     ///< the first day it is seen on; 0 where it is of the whole plan
  Seconds found = 0;  ///< days, duties or seconds found where the rule limits them
  Seconds limit = 0;
};

/// What a roster is worth and what is wrong with it.
struct Judgement {
  std::vector<Broken> broken;
  std::int64_t under = 0;     ///< prices of too few
  std::int64_t over = 0;      ///< prices of too many
  std::int64_t requests = 0;  ///< prices of wishes not granted

  bool valid() const { return broken.empty(); }
  std::int64_t cost() const { return under + over + requests; }
};

/// Judges a roster of the right size (as many carers and days as the problem, kinds that exist). A row of duties, or of days off, that reaches
/// the plan's end may go on after it, and one that reaches back over all that is known before the plan may have begun earlier: neither is too
/// short.
Judgement check(const Problem& problem, const Plan& plan);

/// The rules that one carer's row breaks.
std::vector<Broken> check_row(const Problem& problem, int carer, const std::vector<int>& row);

/// "dispatch.duty.check.<rule>", words: carer, what was found, the limit; place "/carers/<carer>/days/<day>".
Refusal refusal_of(const Problem& problem, const Broken& broken);

}  // namespace laoyou::roster
