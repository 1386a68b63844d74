#include "planning/answers/place_faults.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace laoyou::planning {
namespace {

constexpr double k_margin_degrees = 0.01;  // about a kilometre beyond the outermost street
constexpr double k_at_an_address_m = 60, k_not_there_m = 150;

bool inside(const std::vector<Point>& ring, Point point) {
  bool in = false;
  for (std::size_t at = 0, before = ring.size() - 1; at < ring.size(); before = at++) {
    const Point &a = ring[at], &b = ring[before];
    if ((a.latitude > point.latitude) != (b.latitude > point.latitude) &&
        point.longitude < (b.longitude - a.longitude) * (point.latitude - a.latitude) / (b.latitude - a.latitude) + a.longitude)
      in = !in;
  }
  return in;
}

bool in_water(const City& city, Point point) {
  return std::any_of(city.map().areas.begin(), city.map().areas.end(), [&](const streets::DrawnArea& area) {
    if (area.kind != streets::AreaKind::water) return false;
    streets::Bounds bounds;
    for (const Point& corner : area.ring) bounds.widen(corner);
    return bounds.contains(point) && inside(area.ring, point);
  });
}

bool on_map(const City& city, Point point) {
  streets::Bounds wide = city.bounds();
  wide.west -= k_margin_degrees;
  wide.south -= k_margin_degrees;
  wide.east += k_margin_degrees;
  wide.north += k_margin_degrees;
  return wide.contains(point);
}

/// To the nearest address of the place; nothing where it has none.
std::optional<double> to_own_address_m(const City& city, RegionCode region, Point point) {
  const auto [first, last] = city.addresses_in(region);
  std::optional<double> least;
  for (std::size_t at = first; at < last; ++at) {
    const double here = distance_m(point, city.addresses()[at].point);
    if (!least || here < *least) least = here;
  }
  return least;
}

/// The point as it may have been meant, and the fault that it then has.
std::optional<FoundFault> shifted(const City& city, const PlaceOnMap& place) {
  const auto now = to_own_address_m(city, place.region, *place.point);
  if (!now || *now <= k_not_there_m) return std::nullopt;
  const TilePoint as_tile{place.point->longitude, place.point->latitude};
  const std::pair<PlaceFault, Point> meant[] = {{PlaceFault::gcj02, from_tile(as_tile)}, {PlaceFault::bd09, from_tile(from_bd09(as_tile.longitude, as_tile.latitude))}};
  std::optional<FoundFault> best;
  double best_m = k_at_an_address_m;
  for (const auto& [fault, point] : meant) {
    const double there = *to_own_address_m(city, place.region, point);
    if (there >= best_m) continue;
    best_m = there;
    best = FoundFault{fault, point};
  }
  return best;
}

}  // namespace

TilePoint from_bd09(double longitude, double latitude) {
  constexpr double k_x_pi = std::numbers::pi * 3000 / 180;
  const double x = longitude - 0.0065, y = latitude - 0.006;
  const double z = std::sqrt(x * x + y * y) - 0.00002 * std::sin(y * k_x_pi), angle = std::atan2(y, x) - 0.000003 * std::cos(x * k_x_pi);
  return {z * std::cos(angle), z * std::sin(angle)};
}

std::optional<PlaceFault> fault_of_spot(const City& city, Point point) {
  if (!on_map(city, point)) return PlaceFault::outside;
  if (in_water(city, point)) return PlaceFault::water;
  return city.position(TravelWay::walk, point).on_street() ? std::nullopt : std::optional(PlaceFault::no_street);
}

std::optional<FoundFault> fault_of_place(const City& city, const PlaceOnMap& place) {
  if (!place.point) return FoundFault{PlaceFault::missing, std::nullopt};
  const auto spot = fault_of_spot(city, *place.point);
  if (spot == PlaceFault::outside) {
    const auto swapped = Point::create(place.point->latitude, place.point->longitude);
    if (swapped && on_map(city, *swapped)) return FoundFault{PlaceFault::swapped, *swapped};
  }
  if (const auto moved = shifted(city, place)) return moved;
  return spot ? std::optional(FoundFault{*spot, std::nullopt}) : std::nullopt;
}

}  // namespace laoyou::planning
