#pragma once

#include "app/command.h"

namespace laoyou::app {

/// `laoyou streets synth --seed N --out DIR [--columns C --rows R]`: writes the files of a made-up district. 0 done, 1 refused, 2 wrong words.
int streets_command(Words words, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace laoyou::app
