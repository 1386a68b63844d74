#include "engines/addresses/parts.h"

#include <array>

namespace laoyou::addresses {

std::string_view part_name(PartKind kind) {
  static constexpr std::array<std::string_view, k_part_kinds> names = {"country",   "province",    "city",   "county",      "zone",     "town", "community", "road", "road_number", "side_road",
                                                                       "side_number", "estate",    "inner_place", "building", "unit", "floor",     "room", "occupant",    "direction", "other"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view ParsedAddress::first(PartKind kind) const {
  for (const Part& part : parts)
    if (part.kind == kind) return text.substr(part.begin, part.end - part.begin);
  return {};
}

}  // namespace laoyou::addresses
