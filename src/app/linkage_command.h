#pragma once

#include "app/command.h"

namespace laoyou::app {

/// `laoyou linkage`: which records of one or two files are one person (比对去重). Options stand in docs/linkage.md.
/// 0 done, 1 refused (the reason on `err`), 2 the words were wrong.
int linkage_command(Words words, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace laoyou::app
