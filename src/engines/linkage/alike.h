// How far two texts are from each other.
#pragma once

#include <string_view>

namespace laoyou::linkage {

/// Fewest insertions, deletions, replacements and exchanges of neighbours (each character touched once) that turn one into the other,
/// counted in bytes; what is above `most` is given as most + 1. The same whichever comes first.
int edits_between(std::string_view a, std::string_view b, int most);
int edits_between(std::u32string_view a, std::u32string_view b, int most);

/// 1 − edits / length of the longer, 0 … 1.
double likeness(std::string_view a, std::string_view b);

}  // namespace laoyou::linkage
