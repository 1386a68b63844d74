// The duty roster on the command line: who works on which day.
#pragma once

#include <iosfwd>

#include "app/command.h"

namespace laoyou::app {

/// `laoyou dispatch roster …`; the words after "roster". docs/dispatch.md describes them. A file named "-" is read from `in`. 0 done; 1 refused,
/// or the roster breaks rules; 2 the words are wrong.
int dispatch_roster(Words words, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace laoyou::app
