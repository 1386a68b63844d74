// `laoyou synth`: fills a data directory with a synthetic city that adds up to its plan's own counts.
#pragma once

#include "app/command.h"

namespace laoyou::app {

/// Exit codes as for every command; what was made is counted on `out`.
int synth_command(Words words, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace laoyou::app
