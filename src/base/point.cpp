#include "base/point.h"

#include <cmath>
#include <numbers>

namespace laoyou {
namespace {

constexpr double k_pi = std::numbers::pi;
constexpr double k_radius_m = 6'371'008.8;
constexpr double k_axis_m = 6'378'245.0;            // Krasovsky 1940, semi-major axis
constexpr double k_eccentricity2 = 0.00669342162296594323;  // Krasovsky 1940, first eccentricity squared

double radians(double degrees) { return degrees * k_pi / 180.0; }

bool outside_china(double longitude, double latitude) {
  return longitude < 72.004 || longitude > 137.8347 || latitude < 0.8293 || latitude > 55.8271;
}

// Two sines, the second `period` times slower: the terms the published approximation is made of.
double waves(double x, double first, double second, double period) {
  return (first * std::sin(x * k_pi) + second * std::sin(x / period * k_pi)) * 2.0 / 3.0;
}

double shift_latitude_m(double x, double y) {
  double shift = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * std::sqrt(std::fabs(x));
  shift += (20.0 * std::sin(6.0 * x * k_pi) + 20.0 * std::sin(2.0 * x * k_pi)) * 2.0 / 3.0;
  shift += waves(y, 20.0, 40.0, 3.0);
  return shift + (160.0 * std::sin(y / 12.0 * k_pi) + 320.0 * std::sin(y * k_pi / 30.0)) * 2.0 / 3.0;
}

double shift_longitude_m(double x, double y) {
  double shift = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * std::sqrt(std::fabs(x));
  shift += (20.0 * std::sin(6.0 * x * k_pi) + 20.0 * std::sin(2.0 * x * k_pi)) * 2.0 / 3.0;
  shift += waves(x, 20.0, 40.0, 3.0);
  return shift + (150.0 * std::sin(x / 12.0 * k_pi) + 300.0 * std::sin(x / 30.0 * k_pi)) * 2.0 / 3.0;
}

}  // namespace

Result<Point> Point::create(double longitude, double latitude) {
  if (!(longitude >= -180 && longitude <= 180 && latitude >= -90 && latitude <= 90))
    return refuse("point.out_of_range", {std::to_string(longitude), std::to_string(latitude)});
  return Point{longitude, latitude};
}

double distance_m(Point a, Point b) {
  const double half_latitude = std::sin(radians(b.latitude - a.latitude) / 2);
  const double half_longitude = std::sin(radians(b.longitude - a.longitude) / 2);
  const double chord = half_latitude * half_latitude + std::cos(radians(a.latitude)) * std::cos(radians(b.latitude)) * half_longitude * half_longitude;
  return 2 * k_radius_m * std::asin(std::sqrt(std::fmin(1.0, chord)));
}

TilePoint to_tile(Point point) {
  if (outside_china(point.longitude, point.latitude)) return {point.longitude, point.latitude};
  const double x = point.longitude - 105.0, y = point.latitude - 35.0;
  const double latitude = radians(point.latitude);
  const double curve = 1 - k_eccentricity2 * std::sin(latitude) * std::sin(latitude);
  const double meridian_m = k_axis_m * (1 - k_eccentricity2) / (curve * std::sqrt(curve)) * k_pi / 180.0;
  const double parallel_m = k_axis_m / std::sqrt(curve) * std::cos(latitude) * k_pi / 180.0;
  return {point.longitude + shift_longitude_m(x, y) / parallel_m, point.latitude + shift_latitude_m(x, y) / meridian_m};
}

Point from_tile(TilePoint tile) {
  Point guess{tile.longitude, tile.latitude};
  for (int round = 0; round < 10; ++round) {
    const TilePoint shown = to_tile(guess);
    guess.longitude += tile.longitude - shown.longitude;
    guess.latitude += tile.latitude - shown.latitude;
  }
  return guess;
}

}  // namespace laoyou
