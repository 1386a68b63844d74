#pragma once

#include "app/command.h"

namespace laoyou::app {

/// `laoyou forecast --base CSV --years 30 …`: the people of the years to come in three scenarios, and what they will need. Options stand in
/// docs/looking-ahead.md. 0 done, 1 refused (the reason on `err`), 2 the words were wrong.
int forecast_command(Words words, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace laoyou::app
