// What happens to a case, and what follows from it outside.
#pragma once

#include <string>
#include <vector>

#include "base/instant.h"
#include "powers/powers.h"
#include "procedures/procedure.h"
#include "record/enum_leaf.h"

namespace laoyou::procedures {

enum class Act { submit, supply, decide, ask, extend, transfer, suspend, resume, withdraw, merge, object, remind, pass, rate, call_back, appeal, move };
LAOYOU_ENUM(Act, "case_act", submit, supply, decide, ask, extend, transfer, suspend, resume, withdraw, merge, object, remind, pass, rate, call_back, appeal, move)

/// Who does it, as found out before the engine is asked.
struct Actor {
  bool clock = false;      ///< the passing of time
  bool applicant = false;  ///< the applicant of this very case, or who opened it for the applicant
  std::int64_t account = 0, unit = 0;
  std::string role;
  powers::Powers powers;
  RegionCode region;
};

struct Event {
  std::string id;  ///< the same event sent twice has the same
  Act act = Act::submit;
  Instant at;
  Actor actor;
  std::string part;      ///< of the step at hand; the step's own key where it is not split; empty: the applicant's time to supply, or the case itself
  std::string decision;  ///< decide; a remedy's key for appeal
  std::vector<std::string> reasons;
  std::string text;
  std::string holds;     ///< submit, supply, decide: what the form's rules say now; empty: as before
  std::int64_t unit = 0, account = 0;  ///< transfer: to whom
  std::int64_t into = 0;               ///< merge
  std::int32_t level = 0;              ///< rate
  std::int64_t in_place_of = 0;        ///< the account of the absent colleague for whom it was done
};

/// What the room that runs cases must do, in the transaction of the event.
struct Effect {
  enum class What {
    tell_applicant,
    tell_office,  ///< who holds `part` of the new step
    tell_above,   ///< the level above `office`
    document,     ///< print document `key`
    change,       ///< change number `index` of decision `key`
    publish,      ///< the list of decision `key`
    notice_begins,
    notice_ends,
    follow_up,    ///< open a case of procedure `key`
    takes_up,     ///< the case now decides about its record
    carry_out,    ///< the act of decision `key` on that record
    lets_go,      ///< the case has ended: it decides about the record no more
    ended
  };
  What what = What::tell_applicant;
  std::string step, part, office, key;
  std::int32_t index = 0;
  std::optional<RegionLevel> level;
  bool operator==(const Effect&) const = default;
};

}  // namespace laoyou::procedures
