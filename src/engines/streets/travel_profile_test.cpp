#include "engines/streets/travel_profile.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "base/csv.h"

namespace laoyou::streets {
namespace {

TEST(TravelProfile, every_class_that_comes_along_has_a_source) {
  std::ifstream file("src/engines/streets/street_classes.csv");
  std::ostringstream text;
  text << file.rdbuf();
  const std::string csv = text.str();
  const auto rows = read_csv(csv);
  ASSERT_TRUE(rows);
  ASSERT_EQ(rows->size(), default_profile(TravelMode::walk).classes.size() + 1);
  for (const CsvRow& row : *rows) {
    ASSERT_EQ(row.size(), 5U);
    EXPECT_FALSE(row[3].text.empty()) << row[0].text;
  }
}

TEST(TravelProfile, a_sign_counts_for_cars_only) {
  TravelProfile profile = default_profile(TravelMode::car);
  const StreetClass residential{"residential", 25, 1};
  EXPECT_DOUBLE_EQ(profile.speed_m_s(residential), 25 / 3.6);
  EXPECT_DOUBLE_EQ(profile.speed_m_s(residential, 36), 10);
  profile.mode = TravelMode::walk;
  EXPECT_DOUBLE_EQ(profile.speed_m_s(residential, 36), 1.2);
}

TEST(TravelProfile, an_even_speed_makes_times_distances_and_opens_nothing) {
  for (const TravelMode mode : {TravelMode::walk, TravelMode::car}) {
    TravelProfile profile = default_profile(mode);
    profile.even_speed_m_s = 1;
    EXPECT_EQ(profile.speed_m_s({"primary", 50, 0.5}, 80), 1);
    EXPECT_EQ(profile.speed_m_s({"closed", 0, 0}, 80), 0);
  }
}

TEST(TravelProfile, a_table_of_classes_is_refused_with_the_place) {
  const auto place_of = [](std::string_view csv) { return read_street_classes(csv).error().place; };
  EXPECT_EQ(place_of("highway,car_km_h\n"), "1:1");
  EXPECT_EQ(place_of("highway,car_km_h,walk_share\nprimary,fast,1\n"), "2:9");
  EXPECT_EQ(place_of("highway,car_km_h,walk_share\nprimary,50,9\n"), "2:12");
}

}  // namespace
}  // namespace laoyou::streets
