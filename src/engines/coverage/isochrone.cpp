#include "engines/coverage/isochrone.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

#include "engines/coverage/street_times.h"

namespace laoyou::coverage {
namespace {

constexpr double k_metres_per_latitude = 6'371'008.8 * std::numbers::pi / 180;
constexpr double k_most_cells = 50e6;

/// A grid of squares over the network that remembers which are reached.
class CellGrid {
 public:
  CellGrid(const streets::StreetNetwork& network, double cell_m) : cell_m_(cell_m) {
    for (const Point& point : network.junctions) widen(point);
    for (const Point& point : network.bends) widen(point);
    metres_per_longitude_ = k_metres_per_latitude * std::max(0.01, std::cos((south_ + north_) / 2 * std::numbers::pi / 180));
    // A free square all round lets every boundary close.
    columns_ = static_cast<std::int64_t>((east_ - west_) * metres_per_longitude_ / cell_m_) + 3;
    rows_ = static_cast<std::int64_t>((north_ - south_) * k_metres_per_latitude / cell_m_) + 3;
  }

  [[nodiscard]] bool too_many() const { return static_cast<double>(columns_) * static_cast<double>(rows_) > k_most_cells; }
  void make() { reached_.assign(static_cast<std::size_t>(columns_ * rows_), 0); }

  void mark(Point point) {
    const auto column = static_cast<std::int64_t>((point.longitude - west_) * metres_per_longitude_ / cell_m_) + 1;
    const auto row = static_cast<std::int64_t>((point.latitude - south_) * k_metres_per_latitude / cell_m_) + 1;
    reached_[static_cast<std::size_t>(row * columns_ + column)] = 1;
  }

  [[nodiscard]] double cell_m() const { return cell_m_; }
  [[nodiscard]] std::vector<Ring> rings() const;

 private:
  using Corner = std::pair<std::int64_t, std::int64_t>;  // column, row

  void widen(Point point) {
    west_ = std::min(west_, point.longitude);
    east_ = std::max(east_, point.longitude);
    south_ = std::min(south_, point.latitude);
    north_ = std::max(north_, point.latitude);
  }

  [[nodiscard]] bool reached(std::int64_t column, std::int64_t row) const {
    return column >= 0 && column < columns_ && row >= 0 && row < rows_ && reached_[static_cast<std::size_t>(row * columns_ + column)] != 0;
  }

  [[nodiscard]] Point point(Corner corner) const {
    return {west_ + static_cast<double>(corner.first - 1) * cell_m_ / metres_per_longitude_,
            south_ + static_cast<double>(corner.second - 1) * cell_m_ / k_metres_per_latitude};
  }

  [[nodiscard]] std::multimap<Corner, Corner> borders() const;

  double cell_m_;
  double west_ = 180, east_ = -180, south_ = 90, north_ = -90, metres_per_longitude_ = 1;
  std::int64_t columns_ = 0, rows_ = 0;
  std::vector<std::uint8_t> reached_;
};

/// The sides between reached and other squares, the reached one on the left.
std::multimap<CellGrid::Corner, CellGrid::Corner> CellGrid::borders() const {
  std::multimap<Corner, Corner> sides;
  for (std::int64_t row = 0; row < rows_; ++row) {
    for (std::int64_t column = 0; column < columns_; ++column) {
      if (!reached(column, row)) continue;
      const Corner low{column, row}, right{column + 1, row}, high{column + 1, row + 1}, left{column, row + 1};
      if (!reached(column, row - 1)) sides.emplace(low, right);
      if (!reached(column + 1, row)) sides.emplace(right, high);
      if (!reached(column, row + 1)) sides.emplace(high, left);
      if (!reached(column - 1, row)) sides.emplace(left, low);
    }
  }
  return sides;
}

std::vector<Ring> CellGrid::rings() const {
  std::multimap<Corner, Corner> sides = borders();
  std::vector<Ring> rings;
  while (!sides.empty()) {
    std::vector<Corner> corners;
    const Corner start = sides.begin()->first;
    Corner at = start, before = start;
    do {
      auto next = sides.find(at);
      // Where two areas touch at a corner, turn left so that they stay two.
      if (sides.count(at) > 1 && at != start) {
        const auto turn = [&](const Corner& to) {
          return (at.first - before.first) * (to.second - at.second) - (at.second - before.second) * (to.first - at.first);
        };
        const auto [first, last] = sides.equal_range(at);
        next = std::max_element(first, last, [&](const auto& a, const auto& b) { return turn(a.second) < turn(b.second); });
      }
      const Corner to = next->second;
      sides.erase(next);
      const bool straight = !corners.empty() && (at.first - before.first) * (to.second - at.second) == (at.second - before.second) * (to.first - at.first);
      if (!straight) corners.push_back(at);
      before = at;
      at = to;
    } while (at != start);
    double area = 0;
    for (std::size_t corner = 0; corner < corners.size(); ++corner) {
      const Corner &a = corners[corner], &b = corners[(corner + 1) % corners.size()];
      area += static_cast<double>(a.first * b.second - b.first * a.second);
    }
    Ring ring;
    ring.hole = area < 0;
    for (const Corner& corner : corners) ring.points.push_back(point(corner));
    rings.push_back(std::move(ring));
  }
  return rings;
}

/// Marks the piece of a street between two shares of its length.
void mark_piece(CellGrid& grid, const streets::StreetNetwork& network, std::size_t number, double first_share, double last_share) {
  const streets::Street& street = network.streets[number];
  std::vector<Point> line{network.junctions[static_cast<std::size_t>(street.from)]};
  const auto bends = network.bends_of(number);
  line.insert(line.end(), bends.begin(), bends.end());
  line.push_back(network.junctions[static_cast<std::size_t>(street.to)]);
  double whole = 0;
  for (std::size_t at = 1; at < line.size(); ++at) whole += distance_m(line[at - 1], line[at]);
  double passed = 0;
  for (std::size_t at = 1; at < line.size(); ++at) {
    const double length = distance_m(line[at - 1], line[at]);
    const int steps = std::max(1, static_cast<int>(std::ceil(2 * length / grid.cell_m())));
    for (int step = 0; step <= steps; ++step) {
      const double along = static_cast<double>(step) / steps;
      const double share = whole > 0 ? (passed + along * length) / whole : 0;
      if (share < first_share || share > last_share) continue;
      grid.mark({line[at - 1].longitude + along * (line[at].longitude - line[at - 1].longitude),
                 line[at - 1].latitude + along * (line[at].latitude - line[at - 1].latitude)});
    }
    passed += length;
  }
}

/// How much of a street is reached over one of its ends, as a share of its length.
double share_over(std::int32_t junction_ms, std::int32_t street_ms, std::int32_t limit_ms) {
  if (junction_ms < 0 || street_ms < 0 || junction_ms > limit_ms) return -1;
  return street_ms == 0 ? 1 : std::min(1.0, static_cast<double>(limit_ms - junction_ms) / street_ms);
}

}  // namespace

Result<std::vector<Ring>> reached_area(const ReachIndex& index, std::span<const Position> places, const ReachOptions& options, double cell_m) {
  if (!(cell_m > 1)) return refuse("coverage.input", {"cell_m"});
  const streets::StreetNetwork& network = index.network();
  CellGrid grid(network, cell_m);
  if (grid.too_many()) return refuse("coverage.input", {"cell_m"});
  grid.make();
  const std::vector<std::int32_t> times = index.junction_times(places, options);
  const bool to_places = options.direction == Direction::to_places;
  for (std::size_t number = 0; number < network.streets.size(); ++number) {
    const streets::Street& street = network.streets[number];
    const double over_from = share_over(times[static_cast<std::size_t>(street.from)], to_places ? street.backward_ms : street.forward_ms, options.limit_ms);
    const double over_to = share_over(times[static_cast<std::size_t>(street.to)], to_places ? street.forward_ms : street.backward_ms, options.limit_ms);
    if (over_from >= 0) mark_piece(grid, network, number, 0, over_from);
    if (over_to >= 0) mark_piece(grid, network, number, 1 - over_to, 1);
  }
  for (const Position& place : places) {
    // Of a place in the middle of a street at least its own square.
    if (place.on_street()) mark_piece(grid, network, static_cast<std::size_t>(place.street), static_cast<double>(place.share) - 1e-3, static_cast<double>(place.share) + 1e-3);
  }
  return grid.rings();
}

}  // namespace laoyou::coverage
