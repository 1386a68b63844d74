// `laoyou procedure`: the procedures of a plan, for readers and programs.
#pragma once

#include "app/command.h"

namespace laoyou::app {

/// list --plan DIR [--json], show KEY --plan DIR [--json]. Exit codes as for every command.
int procedure_command(Words words, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace laoyou::app
