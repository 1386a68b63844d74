// The word by which the index of words finds the records of one street (街道、乡镇).
#pragma once

#include <string>

#include "base/region_code.h"

namespace laoyou::store {

/// "ｒ450203001", for a street and all within it; empty for wider places. Nobody can type it: record::search_words() makes a plain letter of a full-width one.
inline std::string street_word(RegionCode place) { return place.level() < RegionLevel::street ? std::string() : "ｒ" + place.text().substr(0, 9); }

}  // namespace laoyou::store
