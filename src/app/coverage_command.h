#pragma once

#include "app/command.h"

namespace laoyou::app {

/// `laoyou coverage --osm FILE|--graph NODES,EDGES --places CSV --people CSV …`: who reaches which kind of place in how many minutes. Options
/// stand in docs/looking-ahead.md. 0 done, 1 refused (the reason on `err`), 2 the words were wrong.
int coverage_command(Words words, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace laoyou::app
