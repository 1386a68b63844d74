#include "planning/tiles/vector_tile.h"

#include <gtest/gtest.h>

#include "planning/tiles/drawn_city.h"

namespace laoyou::planning {
namespace {

std::string hex(const std::string& bytes) {
  std::string text;
  for (const char byte : bytes) {
    constexpr char k_digits[] = "0123456789abcdef";
    text += k_digits[static_cast<unsigned char>(byte) >> 4];
    text += k_digits[static_cast<unsigned char>(byte) & 15];
  }
  return text;
}

TEST(VectorTile, APointIsWrittenAsTheSpecificationSays) {
  TileLayer layer("p");
  layer.attribute("k", std::int64_t{3});
  layer.point({25, 17});
  // Layer 3 {name "p", feature {tags 0 0, type 1, geometry: MoveTo(1) 25 17}, key "k", value sint 3, extent 4096, version 2}; 4.3.5.1 has the same point.
  EXPECT_EQ(hex(layer.bytes()), "1a1c" "0a0170" "120b" "12020000" "1801" "2203093222" "1a016b" "22023006" "288020" "7802");
}

TEST(VectorTile, ALineIsCutAtTheEdgeAndComesBackInParts) {
  const auto parts = cut_line({{-1000, 100}, {5000, 100}, {5000, 200}, {-1000, 200}});
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_DOUBLE_EQ(parts[0].front().x, -k_buffer);
  EXPECT_DOUBLE_EQ(parts[0].back().x, k_extent + k_buffer);
  EXPECT_TRUE(cut_line({{-500, 0}, {-500, 4000}}).empty());
}

TEST(VectorTile, ARingRoundTheTileBecomesItsEdge) {
  const auto ring = cut_ring({{-9000, -9000}, {9000, -9000}, {9000, 9000}, {-9000, 9000}});
  ASSERT_EQ(ring.size(), 4U);
  for (const TileSpot& corner : ring) EXPECT_TRUE(std::abs(corner.x - k_extent / 2.0) == k_extent / 2.0 + k_buffer);
  EXPECT_TRUE(cut_ring({{-900, -900}, {-800, -900}, {-800, -800}}).empty());
}

TEST(VectorTile, PointsOfTheEarthComeBackFromTheirSpots) {
  for (const Point point : {Point{105, 40}, Point{-122.4, 37.8}, Point{0, 0}, Point{179.9, -80}}) {
    const Point back = point_of(world_spot(point));
    EXPECT_NEAR(back.longitude, point.longitude, 1e-9);
    EXPECT_NEAR(back.latitude, point.latitude, 1e-9);
  }
  // Tile 0/0/0 holds the equator at its middle.
  EXPECT_NEAR(Tile{}.place(world_spot({0, 0})).y, k_extent / 2.0, 1e-6);
}

TEST(DrawnCity, ATileHoldsWhatLiesInItAndFineStreetsOnlyWhereThereIsRoom) {
  streets::CityMap map;
  map.classes = {"primary", "footway"};
  map.lines = {{0, {{105.0, 40.0}, {105.02, 40.0}}}, {1, {{105.0, 40.001}, {105.01, 40.001}}}};
  map.areas = {{streets::AreaKind::water, {{105.0, 40.0}, {105.01, 40.0}, {105.01, 40.01}, {105.0, 40.01}}}};
  const DrawnCity drawn(map);
  const auto at_zoom = [&](int zoom) {
    const WorldSpot spot = world_spot({105.005, 40.0005});
    const double tiles = std::ldexp(1.0, zoom);
    return drawn.tile({zoom, static_cast<std::int32_t>(spot.x * tiles), static_cast<std::int32_t>(spot.y * tiles)});
  };
  EXPECT_NE(at_zoom(15).find("footway"), std::string::npos);
  EXPECT_NE(at_zoom(15).find("water"), std::string::npos);
  EXPECT_EQ(at_zoom(11).find("footway"), std::string::npos);
  EXPECT_NE(at_zoom(11).find("primary"), std::string::npos);
  EXPECT_TRUE(drawn.tile({15, 0, 0}).empty());
}

}  // namespace
}  // namespace laoyou::planning
