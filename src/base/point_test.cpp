#include "base/point.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>

namespace laoyou {
namespace {

Point point(double longitude, double latitude) { return Point::create(longitude, latitude).value(); }

/// A point in China, to a ten-thousandth of a degree, away from the edge where the shift begins.
Point any_point_in_china() { return point(*rc::gen::inRange(730'000, 1'370'000) / 10'000.0, *rc::gen::inRange(10'000, 550'000) / 10'000.0); }

TEST(Point, LiesOnTheEarth) {
  EXPECT_TRUE(Point::create(-180, 90));
  for (auto [longitude, latitude] : {std::pair{180.1, 0.0}, {0.0, 90.1}, {-181.0, 0.0}, {0.0, -91.0}, {std::nan(""), 0.0}, {0.0, std::nan("")},
                                     {std::numeric_limits<double>::infinity(), 0.0}})
    EXPECT_EQ(Point::create(longitude, latitude).error().code, "point.out_of_range");
}

TEST(Point, MeasuresAlongAMeridianAndAroundTheEarth) {
  const double quarter_m = 6'371'008.8 * std::numbers::pi / 2;
  EXPECT_NEAR(distance_m(point(109, 0), point(109, 90)), quarter_m, 0.01);
  EXPECT_NEAR(distance_m(point(0, 0), point(180, 0)), 2 * quarter_m, 0.01);
  EXPECT_NEAR(distance_m(point(179.9, 0), point(-179.9, 0)), 0.2 / 90 * quarter_m, 0.01);
}

RC_GTEST_PROP(Point, DistanceIsTheSameBothWaysAndNeverACut, ()) {
  const Point a = any_point_in_china(), b = any_point_in_china(), c = any_point_in_china();
  RC_ASSERT(distance_m(a, a) == 0.0);
  RC_ASSERT(std::fabs(distance_m(a, b) - distance_m(b, a)) < 1e-6);
  RC_ASSERT(distance_m(a, c) <= distance_m(a, b) + distance_m(b, c) + 1e-6);
}

// Points of Shanghai, Shenzhen and Beijing that open implementations of the shift test themselves with.
TEST(Point, TilesAreShiftedAsElsewhere) {
  struct Case {
    Point earth;
    TilePoint tile;
  };
  for (const Case& c : {Case{{121.5272106, 31.1774276}, {121.531541859215, 31.17530398364597}}, Case{{113.912316, 22.543847}, {113.9171764808363, 22.540796131694766}},
                        Case{{116.377817, 39.911954}, {116.38404722455657, 39.91334545536069}}}) {
    EXPECT_NEAR(to_tile(c.earth).longitude, c.tile.longitude, 1e-9);
    EXPECT_NEAR(to_tile(c.earth).latitude, c.tile.latitude, 1e-9);
  }
}

RC_GTEST_PROP(Point, ComesBackFromTheTileWithinACentimetre, ()) {
  const Point earth = any_point_in_china();
  const Point back = from_tile(to_tile(earth));
  RC_ASSERT(std::fabs(back.longitude - earth.longitude) < 1e-7);
  RC_ASSERT(std::fabs(back.latitude - earth.latitude) < 1e-7);
}

TEST(Point, StaysWhereItIsOutsideChina) {
  const TilePoint paris = to_tile(point(2.35, 48.85));
  EXPECT_EQ(paris.longitude, 2.35);
  EXPECT_EQ(paris.latitude, 48.85);
  EXPECT_EQ(from_tile(paris), point(2.35, 48.85));
}

}  // namespace
}  // namespace laoyou
