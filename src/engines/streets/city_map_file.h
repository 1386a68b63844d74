#pragma once

#include <string>
#include <string_view>

#include "engines/streets/city_map.h"

namespace laoyou::streets {

/// The map in few bytes: numbers as differences of variable length, places in 1e-7 degrees (a centimetre), all compressed by zlib. Equal maps give
/// equal bytes. unpack_city(pack_city(map)) travels and draws as `map` does; only the import's counts beyond nodes and ways are left out.
std::string pack_city(const CityMap& map);

/// Refused as "streets.map_damaged" where the bytes are not such a map.
Result<CityMap> unpack_city(std::string_view bytes);

}  // namespace laoyou::streets
