#include "engines/coverage/cut_off.h"

namespace laoyou::coverage {

CutOff cut_off(const streets::StreetNetwork& network, std::span<const Position> people, std::span<const Position> places) {
  const std::vector<std::int32_t> parts = streets::joined_parts(network);
  const auto part = [&](const Position& position) {
    const streets::Street& street = network.streets[static_cast<std::size_t>(position.street)];
    return static_cast<std::size_t>(parts[static_cast<std::size_t>(street.from)]);
  };
  std::vector<bool> has_place(network.junctions.size(), false);
  for (const Position& place : places)
    if (place.on_street()) has_place[part(place)] = true;
  CutOff result;
  for (std::size_t at = 0; at < people.size(); ++at) {
    if (!people[at].on_street())
      result.no_street.push_back(static_cast<std::int32_t>(at));
    else if (!has_place[part(people[at])])
      result.islands.push_back(static_cast<std::int32_t>(at));
  }
  return result;
}

}  // namespace laoyou::coverage
