// `laoyou subsidy run` and `laoyou subsidy diff`: one subsidy for one period from the registers, and what changed between two.
#pragma once

#include "app/command.h"

namespace laoyou::app {

/// Exit codes: 0 done, 1 refused (the reason is on `err`), 2 the words were wrong.
int subsidy_command(Words words, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace laoyou::app
