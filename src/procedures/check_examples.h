// A procedure's own examples, played by the engine.
#pragma once

#include "procedures/engine.h"

namespace laoyou::procedures {

/// Plays every walk; an act that cannot be done ("procedures.example_act"), a value that cannot be read, and another end than the file says
/// ("procedures.example_differs": wanted, got) are refused where they stand. The form has its book.
void check_examples(const Procedure& procedure, Refusals& refusals);

/// Somebody who may act for the office in this state.
Actor actor_of(const Procedure& procedure, const State& state, std::string_view office, std::string_view part);

}  // namespace laoyou::procedures
