#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/point.h"
#include "engines/streets/street_network.h"

namespace laoyou::coverage {

/// Where somebody or something stands by the streets: a point on a street and the way to it. People and places are tied to streets, not
/// to junctions, so that two places on one street stay apart.
struct Position {
  std::int32_t street = -1;  ///< −1: no street near enough
  float share = 0;           ///< of the street's length, from its `from`, 0 … 1
  float off_m = 0;           ///< straight from the point to the street

  [[nodiscard]] bool on_street() const { return street >= 0; }
};

/// Finds the nearest street of a network: a grid over the pieces of its streets, on a plane that is true at the middle of the area (an
/// error below 1 % within 100 km of it).
class StreetFinder {
 public:
  /// Streets that can be travelled in neither direction are not found.
  explicit StreetFinder(const streets::StreetNetwork& network);

  /// The nearest point on a street within `most_m` metres.
  [[nodiscard]] Position nearest(Point point, double most_m) const;
  /// nearest() for many points, on `threads` threads.
  [[nodiscard]] std::vector<Position> nearest(std::span<const Point> points, double most_m, unsigned threads) const;

 private:
  struct Spot {
    float x, y;  // metres
  };
  struct Piece {
    Spot from, to;
    float first_share, last_share;
    std::int32_t street;
  };

  [[nodiscard]] Spot spot(Point point) const;
  [[nodiscard]] std::int64_t column(float x) const;
  [[nodiscard]] std::int64_t row(float y) const;
  void add_pieces(const streets::StreetNetwork& network, std::size_t street);
  void fill_grid();
  template <class Visit>
  void visit_cells(const Piece& piece, const Visit& visit) const;
  void look_at_cell(std::int64_t column, std::int64_t row, Spot spot, Position& best, float& best_square) const;

  Point middle_;
  double metres_per_longitude_ = 1;
  Spot least_{0, 0};
  float cell_m_ = 1;
  std::int64_t columns_ = 1, rows_ = 1;
  std::vector<Piece> pieces_;
  std::vector<std::int32_t> first_in_cell_;
  std::vector<Piece> in_cell_;  // copies, so that a cell is read in one stretch
};

}  // namespace laoyou::coverage
