// The locked beginnings in a roster, and the limits they may exceed.
#include <algorithm>

#include "engines/dispatch/search/roster.h"

namespace laoyou::dispatch {
namespace {

std::size_t index(int value) { return static_cast<std::size_t>(value); }

}  // namespace

void Roster::place_locked() {
  std::vector<char> has_locked(ground_.problem().carers.size(), 0);
  for (int s = 0; s < ground_.shifts(); ++s)
    if (!ground_.shift(s).locked.empty()) has_locked[index(ground_.carer_of(s))] = 1;
  lift_limits(has_locked);
  for (int s = 0; s < ground_.shifts(); ++s) {
    for (int stop : ground_.shift(s).locked) {
      const int node = stop == k_break ? ground_.break_of(s) : stop;
      locked_fit_ = put(node, previous(ground_.end_of(s))) && locked_fit_;
    }
  }
  for (int s = 0; s < ground_.shifts(); ++s) last_fixed_[index(s)] = previous(ground_.end_of(s));
  restore_raised_limits(has_locked);
}

void Roster::lift_limits(const std::vector<char>& has_locked) {
  for (int s = 0; s < ground_.shifts(); ++s)
    if (!ground_.shift(s).locked.empty()) ground_.set_limits(s, k_far, k_far);
  for (std::size_t c = 0; c < has_locked.size(); ++c)
    if (has_locked[c]) ground_.set_carer_limit(static_cast<int>(c), k_far);
}

/// The limits come back, raised to what the locked beginnings alone need.
void Roster::restore_raised_limits(const std::vector<char>& has_locked) {
  for (int s = 0; s < ground_.shifts(); ++s) {
    const Shift& day = ground_.shift(s);
    if (day.locked.empty()) continue;
    if (break_due(s)) ground_.waive_break(s);
    ground_.raise_limits(s, std::max(ground_.own_end_s(s), start_s(ground_.end_of(s))),
                         std::max(day.most_work_s.value_or(k_far), work_s(s)));
  }
  for (std::size_t c = 0; c < has_locked.size(); ++c)
    if (has_locked[c])
      ground_.set_carer_limit(static_cast<int>(c), std::max(ground_.problem().carers[c].most_work_s.value_or(k_far), carer_work_[c]));
}

void Roster::lift_all_limits() {
  lifted_ = ground_.limits();
  const auto far = [](const std::vector<Seconds>& limits) { return std::vector<Seconds>(limits.size(), k_far); };
  ground_.set_limits({far(lifted_.hard_end_s), far(lifted_.most_work_s), far(lifted_.most_carer_work_s)});
}

bool Roster::restore_limits() {
  ground_.set_limits(std::move(lifted_));
  bool kept = true;
  for (int s = 0; s < ground_.shifts(); ++s) {
    touch(s);
    kept = kept && (!used(s) || start_s(ground_.end_of(s)) <= ground_.hard_end_s(s)) && work_s(s) <= ground_.most_work_s(s);
  }
  for (std::size_t c = 0; c < carer_work_.size(); ++c) kept = kept && carer_work_[c] <= ground_.most_carer_work_s(static_cast<int>(c));
  refresh_touched_bounds();
  return kept;
}

}  // namespace laoyou::dispatch
