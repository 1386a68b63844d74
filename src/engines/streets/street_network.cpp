#include "engines/streets/street_network.h"

#include <algorithm>
#include <numeric>

namespace laoyou::streets {

std::vector<std::int32_t> joined_parts(const StreetNetwork& network) {
  std::vector<std::int32_t> above(network.junctions.size());
  std::iota(above.begin(), above.end(), 0);
  const auto root = [&above](std::int32_t junction) {
    while (above[static_cast<std::size_t>(junction)] != junction) {
      auto& step = above[static_cast<std::size_t>(junction)];
      step = above[static_cast<std::size_t>(step)];
      junction = step;
    }
    return junction;
  };
  for (const Street& street : network.streets) {
    const std::int32_t one = root(street.from), other = root(street.to);
    above[static_cast<std::size_t>(std::max(one, other))] = std::min(one, other);
  }
  for (std::size_t junction = 0; junction < above.size(); ++junction) above[junction] = root(static_cast<std::int32_t>(junction));
  return above;
}

StreetNetwork without_islands(const StreetNetwork& network, std::int32_t least_junctions) {
  const std::vector<std::int32_t> part = joined_parts(network);
  std::vector<std::int32_t> size(part.size(), 0);
  for (const std::int32_t root : part) ++size[static_cast<std::size_t>(root)];
  const auto largest = std::max_element(size.begin(), size.end()) - size.begin();
  const auto kept = [&](std::int32_t junction) {
    const std::int32_t root = part[static_cast<std::size_t>(junction)];
    return root == largest || size[static_cast<std::size_t>(root)] >= least_junctions;
  };
  StreetNetwork result;
  std::vector<std::int32_t> new_number(part.size(), -1);
  for (std::size_t junction = 0; junction < part.size(); ++junction) {
    if (!kept(static_cast<std::int32_t>(junction))) continue;
    new_number[junction] = static_cast<std::int32_t>(result.junctions.size());
    result.junctions.push_back(network.junctions[junction]);
  }
  for (std::size_t at = 0; at < network.streets.size(); ++at) {
    Street street = network.streets[at];
    if (!kept(street.from)) continue;
    street.from = new_number[static_cast<std::size_t>(street.from)];
    street.to = new_number[static_cast<std::size_t>(street.to)];
    result.add(street, network.bends_of(at));
  }
  return result;
}

}  // namespace laoyou::streets
