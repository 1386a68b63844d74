// Levels of names and texts made of words.
#pragma once

#include <string_view>

#include "engines/linkage/map.h"

namespace laoyou::linkage {

Level level_of_name(std::string_view a, std::string_view b);
Level level_of_names(std::string_view a, std::string_view b);
Level level_of_text(std::string_view a, std::string_view b);

}  // namespace laoyou::linkage
