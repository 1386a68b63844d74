// The duty roster on the command line: who works on which day.
#pragma once

#include <iosfwd>

#include "app/command.h"
#include "app/dispatch_words.h"

namespace laoyou::app {

/// What `laoyou dispatch roster` was asked.
struct RosterWords {
  Options options;
  Effort effort;

  /// The words after "roster"; refused where they are wrong.
  static CheckedResult<RosterWords> read(Words words);
};

/// Solves or checks a roster; a file named "-" is read from `in`. 0 done; 1 refused, or the roster breaks rules.
int dispatch_roster(const RosterWords& words, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace laoyou::app
