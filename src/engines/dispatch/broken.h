// A rule that a plan breaks, as a value: programs look at the fields, people read the refusal made of it.
#pragma once

#include <array>
#include <string_view>

#include "base/result.h"
#include "engines/dispatch/problem.h"

namespace laoyou::dispatch {

/// The rules of a plan.
enum class Rule : std::uint8_t {
  unknown_stop,      ///< the route names what is no stop
  twice,             ///< a stop stands twice
  locked,            ///< the locked beginning was changed
  endless,           ///< routes wait for each other for ever
  skill,
  wish,
  excluded,
  pinned_carer,
  window,
  unreachable,       ///< there is no way to the stop, or from the last one home
  backwards,         ///< a stop starts before the one ahead of it ends
  link,
  same_carer,
  group_split,       ///< of linked visits some are made and some are not
  break_missing,
  break_late,
  break_alone,       ///< a break without any visit
  shift_end,
  two_places,        ///< a route runs into another shift of its carer
  work_limit,
  carer_work_limit,
};
constexpr std::size_t k_rules = 21;

/// One broken rule. What does not belong to the rule is k_none or 0.
struct Broken {
  Rule rule = Rule::unknown_stop;
  int shift = k_none;    ///< k_none for a rule that speaks of no route
  std::size_t stop = 0;  ///< position in the route; its length where the end of the route is meant
  int visit = k_none;
  int carer = k_none;
  int skill = k_none;    ///< the missing one
  int level = 0;         ///< of the skill asked for
  int trait = k_none;    ///< the missing one
  int link = k_none;
  Seconds seconds = 0;   ///< window, backwards: the start; link: the interval; two_places: what the end is too late by
};

/// The name of a rule in codes.
std::string_view name_of(Rule rule);

/// "dispatch.check.<rule>" with its words, place "/routes/<shift>/<stop>", empty where no route is meant.
Refusal refusal_of(const Problem& problem, const Broken& broken);

}  // namespace laoyou::dispatch
