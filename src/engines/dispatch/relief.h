// What would have to give way for a visit to be made.
#pragma once

#include <vector>

#include "engines/dispatch/problem.h"

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
    delay_shift,     ///< the shift, the carer's next one, begins `amount` seconds later
    raise_link,      ///< the second visit of the link may start `amount` seconds later after the first
    lower_link,      ///< the second visit of the link may start `amount` seconds sooner after the first
    move_visit,      ///< another visit leaves its place; `amount` is 1 where it finds another place, 0 where it stays unserved
  };
  Kind kind = Kind::widen_window;
  int visit = k_none;
  int carer = k_none;
  int shift = k_none;
  int skill = k_none;
  int link = k_none;
  std::int64_t amount = 0;

  bool operator==(const Relief&) const = default;
};

/// Whether the amount is a time that gives way, not a rule that is dropped.
bool is_time(Relief::Kind kind);

/// The problem after a change; move_visit changes nothing in it.
Problem relieve(Problem problem, const std::vector<Relief>& reliefs);

/// The same in place, taken back at the end of its life: a city's travel tables are not copied for a question.
class Relieved {
 public:
  /// `problem` outlives this and is changed by nobody else meanwhile.
  Relieved(Problem& problem, const std::vector<Relief>& reliefs);
  ~Relieved();
  Relieved(const Relieved&) = delete;
  Relieved& operator=(const Relieved&) = delete;

 private:
  Problem& problem_;
  std::vector<std::pair<std::size_t, Visit>> visits_;
  std::vector<std::pair<std::size_t, Carer>> carers_;
  std::vector<std::pair<std::size_t, Shift>> shifts_;
  std::vector<std::pair<std::size_t, Link>> links_;
};

}  // namespace laoyou::dispatch
