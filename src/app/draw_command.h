#pragma once

#include "app/command.h"

namespace laoyou::app {

/// `laoyou draw commit|run|verify`: a draw of places and inspectors (双随机抽查) that anyone can repeat. Options stand in docs/draw.md.
/// 0 done, 1 refused (the reason on `err`), 2 the words were wrong.
int draw_command(Words words, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace laoyou::app
