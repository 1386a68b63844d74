// How alike two values of one kind are.
#pragma once

#include <string_view>

#include "engines/linkage/map.h"

namespace laoyou::linkage {

/// The level of two texts in normal form (normal_text.h), neither empty and not equal; the same whichever comes first.
Level level_between(FieldKind kind, std::string_view a, std::string_view b);

/// True when one is a usual short form of the other, or both of a third (bill, william): short_names.csv.
bool are_short_forms(std::string_view a, std::string_view b);

}  // namespace laoyou::linkage
