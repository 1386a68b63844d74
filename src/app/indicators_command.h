// `laoyou indicators`: what a plan's rules compute from the registers, beside what was reported, for one place and period.
#pragma once

#include "app/command.h"

namespace laoyou::app {

/// Exit codes as for every command; the numbers are on `out`.
int indicators_command(Words words, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace laoyou::app
