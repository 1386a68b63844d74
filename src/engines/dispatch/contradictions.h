// What is wrong with a problem before any search.
#pragma once

#include <vector>

#include "base/result.h"
#include "engines/dispatch/problem.h"

namespace laoyou::dispatch {

/// Everything that makes the problem meaningless; solve() refuses such a problem with this list. Places are paths like "/visits/3/windows/0".
/// Codes "dispatch.…": unknown_index, negative, too_large, no_windows, window_reversed, windows_disordered, matrix_size, matrix_negative,
/// no_speed, shift_reversed, shifts_overlap, break_reversed, break_longer_than_shift, break_not_locked, link_reversed, link_to_itself,
/// link_windows_disjoint, links_impossible, locked_twice, begun_before_shift, locked_break, locked_conflict, locked_overruns,
/// locked_unreachable, locked_links, no_level, weight_negative.
Refusals find_contradictions(const Problem& problem);

/// A visit that no carer could ever make, with the rule that bars it. It ends in the unserved list.
struct Unservable {
  int visit = 0;
  /// "dispatch.nobody.<rule>", words: what is short. Rules: shifts (there are none); skill, wish, excluded, pinned, unreachable, no_time (the first
  /// in this order that none of those who keep the rules before it keeps); partner (a linked visit that nobody can make); carers (linked visits need
  /// more different carers than are able).
  Refusal reason;
};

/// For a problem without contradictions.
std::vector<Unservable> find_unservable(const Problem& problem);

}  // namespace laoyou::dispatch
