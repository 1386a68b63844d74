// `laoyou streets import`: a city's map taken in from the command line, as the route takes it in.
#pragma once

#include <iosfwd>

#include "app/command.h"

namespace laoyou::app {

int streets_import_command(Words words, std::ostream& out, std::ostream& err);

}  // namespace laoyou::app
