// Names that people read must be what they look like.
#pragma once

#include <string_view>

#include "base/result.h"

namespace laoyou::accounts {

/// False for text with signs that cannot be seen, that turn the direction of writing or that are control characters, and for text that
/// shows nothing at all. The text is UTF-8.
bool is_plainly_shown(std::string_view text);

/// Whether any such sign is within it.
bool has_hidden_sign(std::string_view text);

}  // namespace laoyou::accounts
