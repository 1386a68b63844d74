#pragma once

#include "app/command.h"

namespace laoyou::app {

/// `laoyou siting solve --format orlib-pmed|orlib-cap|sjc|matrix FILE …`: chooses places for an instance file and prints the choice with its
/// bound. Options stand in docs/looking-ahead.md. 0 when a choice was found, 1 when refused (the reasons on `err`), 2 when the words are wrong.
int siting_command(Words words, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace laoyou::app
