// The code of a verification address: sixty random bits in letters that nobody mistakes, as people read them from paper.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/random.h"

namespace laoyou::papers {

/// "4QK7-9M2T-XB3D": letters and digits without I, L, O and U (Crockford's base 32).
std::string new_code(Random& random);

/// The code as it was given out, whatever case, blanks and hyphens it was typed with, O for 0 and I or L for 1; nothing for what is none.
std::optional<std::string> read_code(std::string_view typed);

}  // namespace laoyou::papers
