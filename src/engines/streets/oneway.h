#pragma once

#include <optional>
#include <string_view>

namespace laoyou::streets {

enum class Oneway { both, forward, backward };

/// The word of OpenStreetMap's `oneway` and of street tables, in any case: yes, true, 1 … forward, -1, reverse backward, no, false, 0 or
/// nothing both; so do reversible and alternating lanes, whose hours are not known. Nothing for any other word.
std::optional<Oneway> read_oneway(std::string_view word);

}  // namespace laoyou::streets
