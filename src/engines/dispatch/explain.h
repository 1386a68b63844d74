// Why nobody makes a visit, what would free it, and why a served visit has its carer.
#pragma once

#include <string>
#include <vector>

#include "engines/dispatch/check.h"

namespace laoyou::dispatch {

/// One limit that gives way by an amount; applying it is a change of the problem.
struct Relief {
  enum class Kind : std::uint8_t {
    grant_skill,     ///< carer learns skill to level `amount`
    drop_wish,       ///< the visit's wishes need no longer be met
    lift_exclusion,  ///< the carer is no longer excluded
    drop_pin,        ///< the visit is no longer pinned to another carer
    delay_pin,       ///< the visit's pinned start is put off by `amount` seconds
    widen_window,    ///< the visit may start `amount` seconds later
    extend_shift,    ///< the shift may end `amount` seconds later
    raise_work,      ///< the carer may work `amount` seconds more in this shift
    raise_carer_work,///< the carer may work `amount` seconds more in all
    delay_break,     ///< the break may start `amount` seconds later
    move_visit,      ///< another visit leaves its place; `amount` is 1 where it finds another place, 0 where it stays unserved
  };
  Kind kind = Kind::widen_window;
  int visit = k_none;
  int carer = k_none;
  int shift = k_none;
  int skill = k_none;
  std::int64_t amount = 0;

  bool operator==(const Relief&) const = default;
};

/// What stands between a visit and one carer at the best place of her shifts: with every relief applied, and the visit put at this place,
/// the plan keeps all rules. The first relief names the first rule that blocks.
struct Obstacle {
  int carer = 0;
  int shift = 0;
  std::size_t stop = 0;  ///< position in the shift's route
  std::vector<Relief> reliefs;
};

/// Why one visit is unserved.
struct Explanation {
  int visit = 0;
  std::vector<Obstacle> obstacles;  ///< one for each carer asked, the most hopeful first
  std::vector<Relief> cheapest;     ///< the least change that frees the visit; empty when none of the changes tried does
  Plan freed;                       ///< a plan with the visit served, valid once `cheapest` is applied
};

/// Why a served visit has its carer: what the best other carer would cost.
struct Choice {
  int visit = 0;
  int carer = 0;
  int able = 0;                ///< other carers with the skills and the time of day
  int possible = 0;            ///< of them, those into whose present routes the visit fits
  int other = k_none;          ///< the best of those
  Terms dearer{};              ///< what giving her the visit would change in each term
};

/// Explains the unserved visits of a valid plan, each against at most `most_carers` carers, the most hopeful ones. Linked visits are explained
/// one by one, without their partners.
std::vector<Explanation> explain_unserved(const Problem& problem, const Plan& plan, std::size_t most_carers);

/// Explains the served visits of a valid plan. Linked and locked visits are left out: their carers follow from more than one route.
std::vector<Choice> explain_served(const Problem& problem, const Plan& plan);

/// The problem after a change; move_visit changes nothing in it.
Problem relieve(Problem problem, const std::vector<Relief>& reliefs);

}  // namespace laoyou::dispatch
