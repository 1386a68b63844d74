// A running case goes over to another version of its procedure: where it stands must be there too.
#pragma once

#include "procedures/engine.h"

namespace laoyou::procedures {

/// What of the case the other version does not know: its step, a part, a decision that was made, the question that runs, a field that was filled in. Empty when
/// it may go over. `values`: the keys of the form that have a value.
Refusals refused_move(const Procedure& to, const State& state, const std::vector<std::string>& values);

/// The state by the other version, for a case that refused_move() lets go: the same, but for what the form's rules say now and for the event. Terms go on from where they began,
/// by the lengths of the other version.
State moved(State state, const Event& event);

}  // namespace laoyou::procedures
