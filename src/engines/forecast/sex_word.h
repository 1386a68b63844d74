#pragma once

#include <optional>
#include <string_view>

#include "engines/forecast/population.h"

namespace laoyou::forecast {

/// M, F, male, female in any case, 男 or 女; nothing for any other word.
std::optional<Sex> read_sex(std::string_view word);

}  // namespace laoyou::forecast
