#include "engines/coverage/travel_graph.h"

#include <algorithm>
#include <numeric>

namespace laoyou::coverage {
namespace {

struct FullArc {
  std::int32_t tail, head, time_ms;
  auto operator<=>(const FullArc&) const = default;
};

ArcLists lists_of(std::vector<FullArc> arcs, std::size_t junctions) {
  std::sort(arcs.begin(), arcs.end());
  ArcLists lists;
  lists.first.assign(junctions + 1, 0);
  for (std::size_t at = 0; at < arcs.size(); ++at) {
    // Sorted by time last: the first of parallel arcs is the quickest.
    if (at > 0 && arcs[at].tail == arcs[at - 1].tail && arcs[at].head == arcs[at - 1].head) continue;
    ++lists.first[static_cast<std::size_t>(arcs[at].tail) + 1];
    lists.arcs.push_back({arcs[at].head, arcs[at].time_ms});
  }
  std::partial_sum(lists.first.begin(), lists.first.end(), lists.first.begin());
  return lists;
}

/// The place of a cell on a Hilbert curve of 2^16 × 2^16 cells.
std::uint64_t hilbert_place(std::uint32_t x, std::uint32_t y) {
  std::uint64_t place = 0;
  for (std::uint32_t side = 1U << 15U; side > 0; side /= 2) {
    const std::uint32_t right = (x & side) != 0 ? 1 : 0, up = (y & side) != 0 ? 1 : 0;
    place += static_cast<std::uint64_t>(side) * side * ((3 * right) ^ up);
    if (up == 0) {
      if (right == 1) {
        x = (side - 1) - (x & (side - 1));
        y = (side - 1) - (y & (side - 1));
      }
      std::swap(x, y);
    }
    x &= side - 1;
    y &= side - 1;
  }
  return place;
}

}  // namespace

TravelGraph::TravelGraph(const streets::StreetNetwork& network) {
  std::vector<FullArc> along, back;
  const auto add = [&](std::int32_t tail, std::int32_t head, std::int32_t time_ms) {
    if (time_ms < 0 || tail == head) return;
    along.push_back({tail, head, time_ms});
    back.push_back({head, tail, time_ms});
    longest_arc_ms = std::max(longest_arc_ms, time_ms);
  };
  for (const streets::Street& street : network.streets) {
    add(street.from, street.to, street.forward_ms);
    add(street.to, street.from, street.backward_ms);
  }
  out = lists_of(std::move(along), network.junctions.size());
  against = lists_of(std::move(back), network.junctions.size());
}

streets::StreetNetwork numbered_by_place(const streets::StreetNetwork& network) {
  double west = 180, east = -180, south = 90, north = -90;
  for (const Point& point : network.junctions) {
    west = std::min(west, point.longitude);
    east = std::max(east, point.longitude);
    south = std::min(south, point.latitude);
    north = std::max(north, point.latitude);
  }
  const double step = 65535 / std::max({east - west, north - south, 1e-9});
  std::vector<std::pair<std::uint64_t, std::int32_t>> order;
  for (std::size_t junction = 0; junction < network.junctions.size(); ++junction) {
    const Point& point = network.junctions[junction];
    order.emplace_back(hilbert_place(static_cast<std::uint32_t>((point.longitude - west) * step), static_cast<std::uint32_t>((point.latitude - south) * step)),
                       static_cast<std::int32_t>(junction));
  }
  std::sort(order.begin(), order.end());
  streets::StreetNetwork result;
  std::vector<std::int32_t> number(order.size());
  for (const auto& [place, junction] : order) {
    number[static_cast<std::size_t>(junction)] = static_cast<std::int32_t>(result.junctions.size());
    result.junctions.push_back(network.junctions[static_cast<std::size_t>(junction)]);
  }
  std::vector<std::pair<std::int32_t, std::int32_t>> streets;
  for (std::size_t street = 0; street < network.streets.size(); ++street) {
    streets.emplace_back(number[static_cast<std::size_t>(network.streets[street].from)], static_cast<std::int32_t>(street));
  }
  std::sort(streets.begin(), streets.end());
  for (const auto& [from, at] : streets) {
    streets::Street street = network.streets[static_cast<std::size_t>(at)];
    street.from = from;
    street.to = number[static_cast<std::size_t>(street.to)];
    result.add(street, network.bends_of(static_cast<std::size_t>(at)));
  }
  return result;
}

}  // namespace laoyou::coverage
