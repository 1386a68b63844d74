// laoyou rules check|explain|eval|whatif|sql: a plan's rules without a server, over CSV tables or over none.
#pragma once

#include "app/command.h"

namespace laoyou::app {

/// Exit codes: 0 done, 1 refused (check: on `out`, one line "file:line:column: reason" each; else on `err`), 2 the words were wrong.
int rules_command(Words words, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace laoyou::app
