#include "engines/streets/osm_import.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "engines/streets/pbf_blocks.h"

namespace laoyou::streets {
namespace {

/// Four nodes on a line, 0.001 degrees of longitude apart on the equator (111.19 m), and the ways given.
std::string extract(const std::string& ways) {
  std::string text = "<osm version='0.6'>";
  for (int node = 1; node <= 4; ++node) text += "<node id='" + std::to_string(node) + "' version='1' lat='0' lon='0.00" + std::to_string(node) + "'/>";
  return text + ways + "</osm>";
}

std::string way(const std::string& nodes, const std::string& tags) {
  static int id = 0;
  std::string text = "<way id='" + std::to_string(++id) + "' version='1'>";
  std::istringstream each(nodes);
  for (std::string node; each >> node;) text += "<nd ref='" + node + "'/>";
  std::istringstream pairs(tags);
  for (std::string tag; pairs >> tag;) text += "<tag k='" + tag.substr(0, tag.find('=')) + "' v='" + tag.substr(tag.find('=') + 1) + "'/>";
  return text + "</way>";
}

StreetNetwork imported(const std::string& ways, TravelMode mode) {
  auto result = import_osm(extract(ways), default_profile(mode));
  EXPECT_TRUE(result) << (result ? "" : result.error().code);
  return result ? result->network : StreetNetwork{};
}

TEST(OsmImport, a_way_without_crossings_is_one_street_with_its_bends) {
  const StreetNetwork network = imported(way("1 2 3 4", "highway=residential"), TravelMode::walk);
  ASSERT_EQ(network.streets.size(), 1U);
  EXPECT_EQ(network.junctions.size(), 2U);
  EXPECT_EQ(network.bends_of(0).size(), 2U);
  EXPECT_NEAR(network.streets[0].length_mm, 333'585, 50);
  EXPECT_NEAR(network.streets[0].forward_ms, 333'585 / 1.2, 50);
  EXPECT_EQ(network.streets[0].forward_ms, network.streets[0].backward_ms);
}

TEST(OsmImport, ways_are_cut_where_they_meet) {
  const StreetNetwork network = imported(way("1 2 3", "highway=residential") + way("2 4", "highway=footway"), TravelMode::walk);
  EXPECT_EQ(network.streets.size(), 3U);
  EXPECT_EQ(network.junctions.size(), 4U);
}

TEST(OsmImport, cars_heed_one_way_streets_and_walkers_do_not) {
  const std::string one_way = way("1 2", "highway=residential oneway=yes");
  EXPECT_EQ(imported(one_way, TravelMode::car).streets[0].backward_ms, k_closed);
  EXPECT_NE(imported(one_way, TravelMode::walk).streets[0].backward_ms, k_closed);
  const std::string against = way("1 2", "highway=residential oneway=-1");
  EXPECT_EQ(imported(against, TravelMode::car).streets[0].forward_ms, k_closed);
  EXPECT_EQ(imported(way("1 2", "highway=residential junction=roundabout"), TravelMode::car).streets[0].backward_ms, k_closed);
}

TEST(OsmImport, a_sign_replaces_the_speed_of_the_class) {
  const StreetNetwork network = imported(way("1 2", "highway=residential maxspeed=50"), TravelMode::car);
  EXPECT_NEAR(network.streets[0].forward_ms, 111.195 / (50 / 3.6) * 1000, 5);
}

TEST(OsmImport, steps_are_climbed_slowly_and_not_driven) {
  const std::string ways = way("1 2", "highway=steps") + way("2 3", "highway=residential");
  const StreetNetwork network = imported(ways, TravelMode::walk);
  EXPECT_NEAR(network.streets[0].forward_ms, 2 * network.streets[1].forward_ms, 2);
  EXPECT_EQ(imported(ways, TravelMode::car).streets.size(), 1U);
}

TEST(OsmImport, the_most_particular_access_tag_decides) {
  const std::string ways = way("1 2", "highway=service access=private") + way("2 3", "highway=service access=private foot=yes") + way("3 4", "highway=residential foot=no");
  EXPECT_EQ(imported(ways, TravelMode::walk).streets.size(), 1U);
  EXPECT_EQ(imported(ways, TravelMode::car).streets.size(), 1U);
}

TEST(OsmImport, a_way_that_leaves_the_extract_is_kept_as_far_as_it_is_known) {
  const auto result = import_osm(extract(way("1 2 99 3 4", "highway=residential")), default_profile(TravelMode::walk));
  ASSERT_TRUE(result);
  EXPECT_EQ(result->counts.nodes_missing, 1);
  EXPECT_EQ(result->network.streets.size(), 1U);  // the other piece is an island
}

TEST(OsmImport, an_extract_without_streets_is_refused) {
  const auto result = import_osm(extract(way("1 2", "waterway=river")), default_profile(TravelMode::walk));
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, "streets.no_street");
}

void expect_refused(std::string_view bytes, const std::string& code, const std::string& place) {
  const auto result = import_osm(bytes, default_profile(TravelMode::walk));
  ASSERT_FALSE(result) << bytes;
  EXPECT_EQ(result.error().code, code) << bytes;
  EXPECT_EQ(result.error().place, place) << bytes;
}

// Found by fuzzing: a value that holds a NUL was read past the end of its object.
TEST(OsmImport, a_text_that_holds_a_nul_is_refused_with_its_block) {
  std::ifstream file("tests/fuzz/corpus/osm/text_with_nul", std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), {});
  ASSERT_FALSE(bytes.empty());
  const auto read = import_osm(bytes, default_profile(TravelMode::walk));
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, "streets.extract_broken");
  EXPECT_EQ(read.error().place.rfind("byte ", 0), 0u) << read.error().place;
}

TEST(OsmImport, bytes_that_are_no_extract_are_refused_with_their_place) {
  expect_refused("", "streets.extract_cut", "byte 0");
  expect_refused("hello, this is no map", "streets.block_unknown", "byte 0");
  expect_refused("<osm version='0.6'>\n<node", "streets.extract_broken", "2:1");
  expect_refused("<osm version='0.6'>\n <node id='1' lat='0' lon='0'>\n</osm>", "streets.extract_broken", "3:3");
  expect_refused("<html></html>", "streets.extract_broken", "1:1");
}

/// An extract in blocks: the head, the nodes of a crossing, its two ways.
std::string blocks() {
  std::ifstream file("tests/fuzz/corpus/osm/crossing_raw", std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  EXPECT_TRUE(file);
  return content.str();
}

TEST(OsmImport, an_object_that_is_deleted_is_not_there) {
  const std::string street = way("1 2", "highway=residential");
  for (const char* const mark : {" action='delete'", " action='delete' visible='true'", " visible='false'"}) {
    const std::string gone = "<way id='900' version='2'" + std::string(mark) + "><nd ref='2'/><nd ref='3'/><tag k='highway' v='residential'/></way>";
    EXPECT_EQ(imported(street + gone, TravelMode::walk).streets.size(), 1U) << mark;
  }
  const auto result = import_osm("<osm version='0.6'><node id='1' lat='0' lon='0'/><node id='2' lat='0' lon='0.001' action='delete'/><node id='3' lat='0' lon='0.002'/>" + way("1 2 3", "highway=residential") + "</osm>",
                                 default_profile(TravelMode::walk));
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, "streets.nodes_missing");
}

TEST(OsmImport, of_several_versions_the_newest_counts_wherever_it_stands) {
  const std::string street = way("1 2", "highway=residential");
  const std::string first = "<way id='900' version='1'><nd ref='2'/><nd ref='3'/><tag k='highway' v='residential'/></way>";
  for (const char* const inner : {"<nd ref='2'/><nd ref='3'/><tag k='highway' v='residential'/><tag k='access' v='no'/>", "<nd ref='2'/><nd ref='3'/>"}) {
    const std::string second = "<way id='900' version='2'>" + std::string(inner) + "</way>";
    EXPECT_EQ(imported(street + first + second, TravelMode::walk).streets.size(), 1U);
    EXPECT_EQ(imported(street + second + first, TravelMode::walk).streets.size(), 1U);
  }
  EXPECT_EQ(imported(street + first + "<way id='900' version='2' visible='false'/>", TravelMode::walk).streets.size(), 1U);
  // A way told twice is one way, and its skeleton takes nothing from it.
  EXPECT_EQ(imported(street + first + first, TravelMode::walk).streets.size(), 2U);
  EXPECT_EQ(imported(street + first + "<way id='900' version='1'><nd ref='2'/><nd ref='3'/></way>", TravelMode::walk).streets.size(), 2U);
  const std::string nodes = "<osm version='0.6'><node id='1' version='3' lat='0' lon='0.001'/><node id='2' version='2' lat='0' lon='0.003'/><node id='2' version='1' lat='0' lon='0.002'/>";
  EXPECT_NEAR(import_osm(nodes + street + "</osm>", default_profile(TravelMode::walk)).value().network.streets[0].length_mm, 222'390, 50);
}

TEST(OsmImport, a_way_that_admits_only_some_is_closed_to_all_others) {
  const std::string street = way("1 2", "highway=residential");
  for (const char* const word : {"agricultural", "forestry", "customers", "permit", "military", "delivery", "private", "agricultural;forestry"}) {
    const std::string tag = std::string("=") + word;
    EXPECT_EQ(imported(street + way("2 3", "highway=service access" + tag), TravelMode::walk).streets.size(), 1U) << word;
    EXPECT_EQ(imported(street + way("2 3", "highway=service motor_vehicle" + tag), TravelMode::car).streets.size(), 1U) << word;
    EXPECT_EQ(imported(street + way("2 3", "highway=service motor_vehicle" + tag), TravelMode::walk).streets.size(), 2U) << word;
    EXPECT_EQ(imported(street + way("2 3", "highway=service motorcar=yes access" + tag), TravelMode::car).streets.size(), 2U) << word;
  }
}

TEST(OsmImport, a_download_that_broke_off_is_refused_with_the_servers_words) {
  const std::string street = way("1 2", "highway=residential");
  const auto result = import_osm(extract(street + "\n<remark> runtime error: Query timed out </remark>"), default_profile(TravelMode::walk));
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error(), Refusal("streets.extract_unfinished", "2:1", {" runtime error: Query timed out "}));
  EXPECT_EQ(imported(street + "<remark>made by hand</remark>", TravelMode::walk).streets.size(), 1U);
}

TEST(OsmImport, streets_without_any_of_their_nodes_are_told_with_their_numbers) {
  const auto result = import_osm("<osm version='0.6'>" + way("7 8", "highway=residential") + way("8 9", "highway=residential") + "</osm>", default_profile(TravelMode::walk));
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error(), Refusal("streets.nodes_missing", "", {"2", "3"}));
}

TEST(OsmImport, blocks_of_a_kind_that_is_not_known_are_skipped) {
  const std::string whole = blocks();
  const std::size_t head = pbf_block_length(whole, 0).value();
  const std::string header = std::string("\x0a\x08OSMIndex\x18\x02", 12);
  const std::string index = std::string("\0\0\0\x0c", 4) + header + "xy";
  const auto skipped = import_osm(whole.substr(0, head) + index + whole.substr(head), default_profile(TravelMode::walk));
  ASSERT_TRUE(skipped) << skipped.error().code;
  EXPECT_EQ(skipped->network.streets.size(), import_osm(whole, default_profile(TravelMode::walk))->network.streets.size());
}

TEST(OsmImport, an_extract_cut_anywhere_is_named_by_the_block_it_ends_in) {
  const std::string whole = blocks();
  ASSERT_TRUE(import_osm(whole, default_profile(TravelMode::walk)));
  const std::size_t nodes = pbf_block_length(whole, 0).value();
  const std::size_t ways = nodes + pbf_block_length(whole, nodes).value();
  ASSERT_EQ(ways + pbf_block_length(whole, ways).value(), whole.size());
  for (std::size_t size = 0; size < whole.size(); ++size) {
    if (size == nodes || size == ways) continue;  // whole blocks, only without streets
    const std::size_t begins = size < nodes ? 0 : (size < ways ? nodes : ways);
    expect_refused(std::string_view(whole).substr(0, size), "streets.extract_cut", "byte " + std::to_string(begins));
  }
  expect_refused(std::string_view(whole).substr(0, ways), "streets.no_street", "");
}

TEST(OsmImport, bytes_after_the_last_block_are_not_passed_over) {
  const std::string whole = blocks();
  expect_refused(whole + std::string(4, '\0'), "streets.block_unknown", "byte " + std::to_string(whole.size()));
  expect_refused(whole + "x", "streets.extract_cut", "byte " + std::to_string(whole.size()));
}

TEST(OsmImport, a_truncated_or_damaged_extract_is_named_by_the_byte_of_its_block) {
  const char* const folder = std::getenv("LAOYOU_REFERENCE_DATA");
  if (folder == nullptr || *folder == 0) GTEST_SKIP() << "LAOYOU_REFERENCE_DATA is not set: the extracts are not here";
  std::ifstream file(std::string(folder) + "/streets/osm/andorra-2013.osm.pbf", std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  std::string bytes = content.str();
  const TravelProfile profile = default_profile(TravelMode::car);
  ASSERT_TRUE(import_osm(bytes, profile));
  const auto truncated = import_osm(std::string_view(bytes).substr(0, bytes.size() / 2), profile);
  ASSERT_FALSE(truncated);
  EXPECT_EQ(truncated.error().code, "streets.extract_cut");
  EXPECT_TRUE(truncated.error().place.starts_with("byte "));
  EXPECT_NE(truncated.error().place, "byte 0");
  for (std::size_t at = bytes.size() / 2; at < bytes.size() / 2 + 64; ++at) bytes[at] = static_cast<char>(~bytes[at]);
  const auto damaged = import_osm(bytes, profile);
  ASSERT_FALSE(damaged);
  EXPECT_EQ(damaged.error().code, "streets.extract_broken");
  EXPECT_EQ(damaged.error().place, truncated.error().place);
}

}  // namespace
}  // namespace laoyou::streets
