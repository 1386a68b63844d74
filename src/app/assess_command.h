// `laoyou assess`: an assessment's answers to sub-scores, total and grade, by an instrument of a plan.
#pragma once

#include "app/command.h"

namespace laoyou::app {

/// Exit codes as for every command; the result is on `out`.
int assess_command(Words words, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace laoyou::app
