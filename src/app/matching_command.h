#pragma once

#include "app/command.h"

namespace laoyou::app {

/// `laoyou matching solve|check|explain|next|sample`: which family gets which place (派位). Files and options stand in docs/matching.md.
/// 0 done, 1 refused or (check) not valid, 2 the words were wrong.
int matching_command(Words words, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace laoyou::app
