// Two books of one schema as one, what both have in common held once.
#pragma once

#include "rules/what_if/what_if.h"

namespace laoyou::rules {

/// `after` has the same keys as `before`. A rule of `after` is taken in anew when its text differs, or when it reads a parameter or rule that
/// differs.
WhatIf merged_books(std::shared_ptr<const Book> before, std::shared_ptr<const Book> after);

}  // namespace laoyou::rules
