#pragma once

#include "app/command.h"

namespace laoyou::app {

/// `laoyou whatif --plan DIR --data DIR --set KEY=VALUE …`: what a change of a plan would cost and whom it would reach, over the registers of a store.
int whatif_command(Words words, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace laoyou::app
