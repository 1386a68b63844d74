#include "engines/streets/street_csv.h"

#include <gtest/gtest.h>

namespace laoyou::streets {
namespace {

constexpr const char* k_nodes = "id,lon,lat\na,116,36\nb,116.001,36\n";

void expect_refused(std::string_view nodes, std::string_view edges, const std::string& code, const std::string& place) {
  const auto network = read_street_csv(nodes, edges, default_profile(TravelMode::car));
  ASSERT_FALSE(network);
  EXPECT_EQ(network.error().code, code);
  EXPECT_EQ(network.error().place, place);
}

TEST(StreetCsv, reads_lengths_classes_and_directions) {
  const auto network = read_street_csv(k_nodes, "u,v,length_m,highway,oneway\na,b,100,primary,True\nb,a,50,residential,False\n", default_profile(TravelMode::car));
  ASSERT_TRUE(network);
  ASSERT_EQ(network->streets.size(), 2U);
  EXPECT_EQ(network->streets[0].forward_ms, 7200);
  EXPECT_EQ(network->streets[0].backward_ms, k_closed);
  EXPECT_EQ(network->streets[1].backward_ms, 7200);
}

TEST(StreetCsv, measures_a_drawn_street_that_has_no_length) {
  const auto network = read_street_csv(k_nodes, "from,to,wkt\na,b,\"LINESTRING (116 36, 116 36.001, 116.001 36)\"\n", default_profile(TravelMode::walk));
  ASSERT_TRUE(network);
  EXPECT_EQ(network->bends_of(0).size(), 1U);
  EXPECT_GT(network->streets[0].length_mm, 200'000);
}

TEST(StreetCsv, leaves_out_what_the_profile_does_not_travel) {
  const auto network = read_street_csv(k_nodes, "from,to,highway\na,b,steps\n", default_profile(TravelMode::car));
  ASSERT_TRUE(network);
  EXPECT_TRUE(network->streets.empty());
}

TEST(StreetCsv, a_one_way_word_is_known_in_any_case_or_refused) {
  for (const char* const word : {"TRUE", "YES", "Y", "1.0", "T", "是"}) {
    const auto network = read_street_csv(k_nodes, std::string("from,to,oneway\na,b,") + word + "\n", default_profile(TravelMode::car));
    ASSERT_TRUE(network) << word;
    EXPECT_EQ(network->streets[0].backward_ms, k_closed) << word;
  }
  for (const char* const word : {"reverse", "Reverse", "-1"}) {
    EXPECT_EQ(read_street_csv(k_nodes, std::string("from,to,oneway\na,b,") + word + "\n", default_profile(TravelMode::car))->streets[0].forward_ms, k_closed) << word;
  }
  for (const char* const word : {"F", "False", "0", "NO", ""}) {
    EXPECT_NE(read_street_csv(k_nodes, std::string("from,to,oneway\na,b,") + word + "\n", default_profile(TravelMode::car))->streets[0].backward_ms, k_closed) << word;
  }
  expect_refused(k_nodes, "from,to,oneway\na,b,ture\n", "streets.oneway_unknown", "edges:2:5");
  EXPECT_FALSE(read_street_csv(k_nodes, "from,to,oneway\na,b,ture\n", default_profile(TravelMode::walk)));
}

TEST(StreetCsv, no_column_is_passed_over) {
  expect_refused(k_nodes, "from,to,length,highway\na,b,5,steps\n", "table.column_mistyped", "edges:1:9");
  expect_refused("id,lon,longitude,lat\na,116,116,36\n", "", "table.column_repeated", "nodes:1:8");
}

TEST(StreetCsv, a_broken_table_is_named_by_file_line_and_column) {
  expect_refused("id,lon\na,116\n", "", "table.column_missing", "nodes:1:1");
  expect_refused("id,lon,lat\na,116,north\n", "", "table.number_expected", "nodes:2:7");
  expect_refused("id,lon,lat\na,116,36\na,116,36\n", "", "streets.repeated_node", "nodes:3:1");
  expect_refused(k_nodes, "from,to\na,c\n", "streets.unknown_node", "edges:2:3");
  expect_refused(k_nodes, "from,to,highway\na,b,canal\n", "streets.unknown_class", "edges:2:5");
  expect_refused(k_nodes, "from,to,wkt\na,b,LINE\n", "streets.line_malformed", "edges:2:5");
  expect_refused(k_nodes, "from,to,length_m\na,b,-1\n", "table.out_of_range", "edges:2:5");
}

}  // namespace
}  // namespace laoyou::streets
