// laoyou ledger: verifies the double-entry ledger.
#pragma once

#include "app/command.h"

namespace laoyou::app {

/// See command.h. Exit code 1 when the ledger is not sound.
int ledger_command(Words words, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace laoyou::app
