#include "engines/coverage/street_finder.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

#include "engines/coverage/parallel.h"

namespace laoyou::coverage {
namespace {

constexpr double k_metres_per_latitude = 6'371'008.8 * std::numbers::pi / 180;  // the sphere of distance_m()
constexpr double k_pieces_per_cell = 0.15;
constexpr float k_least_cell_m = 20;

}  // namespace

StreetFinder::StreetFinder(const streets::StreetNetwork& network) {
  double west = 180, east = -180, south = 90, north = -90;
  for (const Point& point : network.junctions) {
    west = std::min(west, point.longitude);
    east = std::max(east, point.longitude);
    south = std::min(south, point.latitude);
    north = std::max(north, point.latitude);
  }
  middle_ = network.junctions.empty() ? Point{} : Point{(west + east) / 2, (south + north) / 2};
  metres_per_longitude_ = k_metres_per_latitude * std::max(0.01, std::cos(middle_.latitude * std::numbers::pi / 180));
  for (std::size_t street = 0; street < network.streets.size(); ++street) add_pieces(network, street);
  fill_grid();
}

StreetFinder::Spot StreetFinder::spot(Point point) const {
  return {static_cast<float>((point.longitude - middle_.longitude) * metres_per_longitude_),
          static_cast<float>((point.latitude - middle_.latitude) * k_metres_per_latitude)};
}

void StreetFinder::add_pieces(const streets::StreetNetwork& network, std::size_t street) {
  const streets::Street& ends = network.streets[street];
  if (ends.forward_ms < 0 && ends.backward_ms < 0) return;
  std::vector<Spot> spots{spot(network.junctions[static_cast<std::size_t>(ends.from)])};
  for (const Point& bend : network.bends_of(street)) spots.push_back(spot(bend));
  spots.push_back(spot(network.junctions[static_cast<std::size_t>(ends.to)]));
  std::vector<float> length(spots.size(), 0);
  for (std::size_t at = 1; at < spots.size(); ++at) length[at] = length[at - 1] + std::hypot(spots[at].x - spots[at - 1].x, spots[at].y - spots[at - 1].y);
  const float whole = std::max(length.back(), std::numeric_limits<float>::min());
  for (std::size_t at = 1; at < spots.size(); ++at) {
    pieces_.push_back({spots[at - 1], spots[at], length[at - 1] / whole, length[at] / whole, static_cast<std::int32_t>(street)});
  }
}

std::int64_t StreetFinder::column(float x) const { return static_cast<std::int64_t>(std::floor((x - least_.x) / cell_m_)); }
std::int64_t StreetFinder::row(float y) const { return static_cast<std::int64_t>(std::floor((y - least_.y) / cell_m_)); }

template <class Visit>
void StreetFinder::visit_cells(const Piece& piece, const Visit& visit) const {
  const auto [x_least, x_most] = std::minmax(piece.from.x, piece.to.x);
  const auto [y_least, y_most] = std::minmax(piece.from.y, piece.to.y);
  for (std::int64_t r = row(y_least); r <= row(y_most); ++r) {
    // Only the columns the piece crosses within this row, one more on each side for rounding.
    float left = x_least, right = x_most;
    const float rise = piece.to.y - piece.from.y;
    if (std::abs(rise) > cell_m_) {
      const float slope = (piece.to.x - piece.from.x) / rise;
      const float bottom = least_.y + static_cast<float>(r) * cell_m_, top = bottom + cell_m_;
      const float one = piece.from.x + (bottom - piece.from.y) * slope, other = piece.from.x + (top - piece.from.y) * slope;
      left = std::max(left, std::min(one, other) - 1);
      right = std::min(right, std::max(one, other) + 1);
    }
    for (std::int64_t c = std::max<std::int64_t>(0, column(left)); c <= std::min(columns_ - 1, column(right)); ++c) {
      visit(static_cast<std::size_t>(std::clamp<std::int64_t>(r, 0, rows_ - 1) * columns_ + c));
    }
  }
}

void StreetFinder::fill_grid() {
  Spot most{0, 0};
  for (const Piece& piece : pieces_) {
    for (const Spot& end : {piece.from, piece.to}) {
      least_ = {std::min(least_.x, end.x), std::min(least_.y, end.y)};
      most = {std::max(most.x, end.x), std::max(most.y, end.y)};
    }
  }
  const double area = static_cast<double>(most.x - least_.x + 1) * static_cast<double>(most.y - least_.y + 1);
  cell_m_ = std::max(k_least_cell_m, static_cast<float>(std::sqrt(area * k_pieces_per_cell / static_cast<double>(pieces_.size() + 1))));
  columns_ = column(most.x) + 1;
  rows_ = row(most.y) + 1;
  first_in_cell_.assign(static_cast<std::size_t>(columns_ * rows_) + 1, 0);
  for (const Piece& piece : pieces_) visit_cells(piece, [&](std::size_t cell) { ++first_in_cell_[cell + 1]; });
  std::partial_sum(first_in_cell_.begin(), first_in_cell_.end(), first_in_cell_.begin());
  std::vector<std::int32_t> next(first_in_cell_.begin(), first_in_cell_.end() - 1);
  in_cell_.resize(static_cast<std::size_t>(first_in_cell_.back()));
  for (const Piece& piece : pieces_) visit_cells(piece, [&](std::size_t cell) { in_cell_[static_cast<std::size_t>(next[cell]++)] = piece; });
  pieces_.clear();
  pieces_.shrink_to_fit();
}

void StreetFinder::look_at_cell(std::int64_t column, std::int64_t row, Spot spot, Position& best, float& best_square) const {
  const auto cell = static_cast<std::size_t>(row * columns_ + column);
  for (auto at = static_cast<std::size_t>(first_in_cell_[cell]); at < static_cast<std::size_t>(first_in_cell_[cell + 1]); ++at) {
    const Piece& piece = in_cell_[at];
    const float x = piece.to.x - piece.from.x, y = piece.to.y - piece.from.y;
    const float square = x * x + y * y;
    const float along = square > 0 ? std::clamp(((spot.x - piece.from.x) * x + (spot.y - piece.from.y) * y) / square, 0.0F, 1.0F) : 0.0F;
    const float off_x = piece.from.x + along * x - spot.x, off_y = piece.from.y + along * y - spot.y;
    const float distance = off_x * off_x + off_y * off_y;
    // Of equally near streets the one with the smaller number, wherever its pieces lie.
    if (distance > best_square || (distance == best_square && best.on_street() && piece.street >= best.street)) continue;
    best_square = distance;
    best.street = piece.street;
    best.share = piece.first_share + along * (piece.last_share - piece.first_share);
  }
}

Position StreetFinder::nearest(Point point, double most_m) const {
  const Spot here = spot(point);
  Position best;
  auto best_square = static_cast<float>(most_m * most_m);
  const std::int64_t c = column(here.x), r = row(here.y);
  // Ring by ring of cells round the point, until the nearest street is nearer than the next ring can be.
  const auto most_rings = static_cast<std::int64_t>(most_m / cell_m_) + 2;
  const float inside = std::min({here.x - least_.x - static_cast<float>(c) * cell_m_, least_.x + static_cast<float>(c + 1) * cell_m_ - here.x,
                                 here.y - least_.y - static_cast<float>(r) * cell_m_, least_.y + static_cast<float>(r + 1) * cell_m_ - here.y});
  for (std::int64_t ring = 0; ring <= most_rings; ++ring) {
    const float nearest_possible = ring == 0 ? 0.0F : static_cast<float>(ring - 1) * cell_m_ + inside;
    if (nearest_possible * nearest_possible > best_square) break;
    for (std::int64_t y = std::max<std::int64_t>(0, r - ring); y <= std::min(rows_ - 1, r + ring); ++y) {
      const bool whole_row = y == r - ring || y == r + ring;
      const std::int64_t step = whole_row || ring == 0 ? 1 : 2 * ring;
      for (std::int64_t x = c - ring; x <= c + ring; x += step) {
        if (x >= 0 && x < columns_) look_at_cell(x, y, here, best, best_square);
      }
    }
  }
  if (best.on_street()) best.off_m = std::sqrt(best_square);
  return best;
}

std::vector<Position> StreetFinder::nearest(std::span<const Point> points, double most_m, unsigned threads) const {
  std::vector<Position> positions(points.size());
  in_shares(points.size(), threads, [&](std::size_t begin, std::size_t end, unsigned) {
    for (std::size_t at = begin; at < end; ++at) positions[at] = nearest(points[at], most_m);
  });
  return positions;
}

}  // namespace laoyou::coverage
