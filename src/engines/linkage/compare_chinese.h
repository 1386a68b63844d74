// Levels of Chinese names and addresses.
#pragma once

#include <string_view>

#include "engines/linkage/map.h"

namespace laoyou::linkage {

Level level_of_chinese_name(std::string_view a, std::string_view b);
Level level_of_address(std::string_view a, std::string_view b);

}  // namespace laoyou::linkage
