// For commands that work on data somebody has: a mistyped folder is refused rather than made.
#pragma once

#include "app/open_store.h"

namespace laoyou::app {

/// As with_store(); exit code 1 when the database is not there yet, and nothing is made then.
int with_existing_store(Words words, const std::vector<std::string>& valued, const std::vector<std::string>& switches, std::string_view usage, std::ostream& err,
                        const std::function<int(const Options&, store::Store&)>& work);

}  // namespace laoyou::app
