// A place on the earth. Inside laoyou every point is WGS84; Chinese map tiles are drawn in GCJ-02, so a point is shifted on its way there.
#pragma once

#include "base/result.h"

namespace laoyou {

/// Longitude and latitude in degrees, WGS84.
struct Point {
  double longitude = 0;
  double latitude = 0;

  /// Refused as "point.out_of_range" outside -180..180 and -90..90 or when not a number.
  static Result<Point> create(double longitude, double latitude);
  bool operator==(const Point&) const = default;
};

/// A point as Chinese map tiles draw it (GCJ-02); a type of its own so that the two are never mixed.
struct TilePoint {
  double longitude = 0;
  double latitude = 0;
};

/// The great-circle distance in metres on a sphere of 6,371,008.8 m (IUGG mean radius).
double distance_m(Point a, Point b);

/// WGS84 to GCJ-02, by the published approximation on the Krasovsky 1940 ellipsoid. Outside China (72.004..137.8347 E, 0.8293..55.8271 N)
/// the point is unchanged, as the tiles there are.
TilePoint to_tile(Point point);
/// The inverse, by iteration; exact to 1e-7 degrees (about 1 cm).
Point from_tile(TilePoint point);

}  // namespace laoyou
