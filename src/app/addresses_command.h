#pragma once

#include "app/command.h"

namespace laoyou::app {

/// `laoyou addresses`: reads addresses into their parts, or places a table of them by standard addresses (地址落图). Options stand in docs/addresses.md.
/// 0 done, 1 refused (the reason on `err`), 2 the words were wrong.
int addresses_command(Words words, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace laoyou::app
