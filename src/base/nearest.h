// The known name nearest to a mistyped one, for "did you mean".
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace laoyou {

/// The candidate with the smallest edit distance (in characters) to `text`, or an empty text when none is within a third of its length
/// (one mistake for two characters and more). The first of equals.
std::string nearest(std::string_view text, std::span<const std::string> candidates);

}  // namespace laoyou
