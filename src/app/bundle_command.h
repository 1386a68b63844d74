// The command that carries values between servers by files.
#pragma once

#include "app/command.h"

namespace laoyou::app {

int bundle_command(Words words, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace laoyou::app
