#include "engines/addresses/geocode.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/random.h"
#include "engines/addresses/part_key.h"
#include "engines/addresses/read_base.h"

namespace laoyou::addresses {
namespace {

RegionCode region(std::string_view digits) { return RegionCode::parse((std::string(digits) + "000000000000").substr(0, 12)).value(); }

const Gazetteer& gazetteer() {
  static const Gazetteer known({{region("45"), "广西壮族自治区"}, {region("4502"), "柳州市"}, {region("450203"), "鱼峰区"}, {region("450203004"), "驾鹤街道"}, {region("450203004001"), "元璋社区居委会"},
                                {region("450203004002"), "东环社区居委会"}, {region("450203100"), "雒容镇"}, {region("450203100201"), "大正村委会"}, {region("450205"), "柳北区"},
                                {region("450205005"), "解放街道"}, {region("450205005001"), "广场社区居委会"}});
  return known;
}

const AddressBase& base() {
  static const AddressBase known({
      {region("450203004001"), "龙潭路", "12号", "", "", {109.42, 24.30}},         // 0
      {region("450203004001"), "龙潭路", "14号", "", "", {109.421, 24.30}},        // 1
      {region("450203004002"), "龙潭路", "58号", "阳光花园", "1栋", {109.43, 24.30}},  // 2
      {region("450203004002"), "龙潭路", "58号", "阳光花园", "2栋", {109.432, 24.30}}, // 3
      {region("450205005001"), "龙潭路", "12号", "", "", {109.40, 24.33}},         // 4: of the same name in another county
      {region("450205005001"), "广场路", "3号", "中心小区", "1幢", {109.41, 24.33}},   // 5
      {region("450203100201"), "", "", "大正屯", "", {109.60, 24.40}},             // 6
      {region("450203004001"), "屏山大道", "720-12号", "", "", {109.44, 24.29}},     // 7
  });
  return known;
}

std::string shown(std::string_view text, std::string_view within = "0") {
  const Placed placed = Geocoder(gazetteer(), base()).place(text, region(within));
  std::string all(certainty_name(placed.certainty));
  if (placed.row) all += " " + std::to_string(*placed.row);
  if (placed.doubt != Doubt::nothing) all += " " + std::string(doubt_name(placed.doubt));
  for (const AddressBase::Row row : placed.others) all += " ?" + std::to_string(row);
  return all;
}

TEST(Geocode, addresses_with_their_certainty) {
  struct Example {
    const char *written, *within, *found;
  };
  const Example examples[] = {
      {"柳州市鱼峰区驾鹤街道元璋社区龙潭路12号", "0", "door 0"},
      {"鱼峰区龙潭路１２号", "0", "door 0"},
      {"龙潭路十二号", "450203", "door 0"},
      {"龙潭路12号", "0", "none ambiguous ?0 ?4"},                       // two counties have it
      {"龙潭路12号", "450203004002", "village contradicted ?0"},          // the record's community is another
      {"柳北区龙潭路58号", "0", "road 4"},                                 // its own road, whose doors end at 12
      {"柳北区屏山大道720-12号", "0", "none contradicted ?7"},              // a road that only the other county has
      {"鱼峰区龙潭路58号2栋", "0", "door 3"},
      {"鱼峰区龙潭路58号", "0", "road 2"},                                 // which of the houses behind the door is not said
      {"阳光花园2号楼301", "450203", "building 3"},
      {"阳光花园9栋", "450203", "road 3"},
      {"中心1幢", "450205", "building 5"},                                // 小区 is left out
      {"鱼峰区龙潭路16号", "0", "road 1"},                                 // nearest on the same side
      {"鱼峰区屏山大道720-12号", "0", "door 7"},
      {"雒容镇大正村委会3组", "450203", "village unknown"},
      {"雒容镇", "450203", "street"},
      {"5栋301室", "450203004001", "village"},
      {"柳州市", "0", "none unknown"},
      {"", "0", "none unknown"},
      {"鱼峰区没有的路9号", "0", "none unknown"},
  };
  for (const Example& example : examples) EXPECT_EQ(shown(example.written, example.within), example.found) << example.written << " " << example.within;
}

TEST(Geocode, the_score_says_part_by_part_what_agrees) {
  const Placed placed = Geocoder(gazetteer(), base()).place("鱼峰区龙潭路58号9栋");
  ASSERT_EQ(placed.parts.size(), 4U);
  EXPECT_EQ(placed.parts[0].kind, PartKind::community);
  EXPECT_EQ(placed.parts[2].written, "58号");
  EXPECT_EQ(placed.parts[2].agreement, Agreement::same);
  EXPECT_EQ(placed.parts[3].written, "9栋");
  EXPECT_EQ(placed.parts[3].agreement, Agreement::differs);
  EXPECT_EQ(placed.score, 81);  // 15 + 20 + 30 of 80
}

TEST(Geocode, a_village_is_the_middle_of_its_addresses) {
  const Placed placed = Geocoder(gazetteer(), base()).place("东环社区");
  ASSERT_FALSE(placed.point);
  const Placed known = Geocoder(gazetteer(), base()).place("东环社区", region("450203"));
  ASSERT_TRUE(known.point);
  EXPECT_NEAR(known.point->longitude, 109.431, 1e-9);
}

TEST(Geocode, numbers_and_names_compare_in_one_form) {
  const auto same = [](PartKind kind, std::string_view one, std::string_view other) { return part_key(kind, one) == part_key(kind, other); };
  EXPECT_TRUE(same(PartKind::building, "三栋", "3号楼"));
  EXPECT_TRUE(same(PartKind::building, "ａ座", "A"));
  EXPECT_TRUE(same(PartKind::road_number, "一百零三号", "103"));
  EXPECT_TRUE(same(PartKind::road_number, "二〇一号", "201"));
  EXPECT_TRUE(same(PartKind::road_number, "12之3号", "12-3"));
  EXPECT_TRUE(same(PartKind::estate, "阳光小区", "阳光"));
  EXPECT_FALSE(same(PartKind::road, "二环路", "2环路"));
  EXPECT_FALSE(same(PartKind::road_number, "12号", "1-2号"));
  EXPECT_EQ(part_key(PartKind::road, " -"), 0U);
}

/// The same answer by looking at every row, for what decides: the rows of one door or building.
struct Slow {
  std::vector<AddressBase::Row> here, elsewhere;
};
Slow slow_doors(const AddressBase& rows, std::string_view road, std::string_view number, RegionCode within) {
  Slow slow;
  for (AddressBase::Row row = 0; row < rows.size(); ++row) {
    const KnownAddress& known = rows.row(row);
    if (known.number.empty() || plain_part(PartKind::road, known.road) != plain_part(PartKind::road, road) || plain_part(PartKind::road_number, known.number) != plain_part(PartKind::road_number, number)) continue;
    (within.contains(known.region) || known.region.contains(within) ? slow.here : slow.elsewhere).push_back(row);
  }
  return slow;
}

TEST(Geocode, agrees_with_looking_at_every_row) {
  SeededRandom random(5);
  const std::vector<RegionCode> villages = {region("450203004001"), region("450203004002"), region("450203100201"), region("450205005001")};
  const std::vector<std::string> roads = {"龙潭路", "广场路", "屏山大道", "学院路"};
  int doors = 0, ambiguous = 0, contradicted = 0;
  for (int round = 0; round < 300; ++round) {
    std::vector<KnownAddress> known;
    for (std::uint64_t count = 1 + random.below(40); count > 0; --count)
      known.push_back({villages[random.below(villages.size())], roads[random.below(roads.size())], std::to_string(1 + random.below(12)) + "号", "", "",
                       {109 + static_cast<double>(random.below(1000)) / 1000, 24}});
    const AddressBase rows(known);
    const Geocoder geocoder(gazetteer(), rows);
    for (int question = 0; question < 40; ++question) {
      const std::string road = roads[random.below(roads.size())], number = std::to_string(1 + random.below(14));
      const std::vector<RegionCode> places = {region("0"), region("4502"), region("450203"), region("450203004"), villages[random.below(villages.size())]};
      const RegionCode within = places[random.below(places.size())];
      const Placed placed = geocoder.place(road + number + "号", within);
      const Slow slow = slow_doors(rows, road, number, within);
      if (placed.certainty == Certainty::door) {
        ++doors;
        ASSERT_NE(std::find(slow.here.begin(), slow.here.end(), *placed.row), slow.here.end());
        for (const AddressBase::Row row : slow.here) ASSERT_EQ(rows.row(row).region, rows.row(*placed.row).region);
      } else if (placed.doubt == Doubt::ambiguous) {
        ++ambiguous;
      } else if (placed.doubt == Doubt::contradicted) {
        ++contradicted;
        ASSERT_TRUE(slow.here.empty());
        for (const AddressBase::Row row : placed.others) ASSERT_NE(std::find(slow.elsewhere.begin(), slow.elsewhere.end(), row), slow.elsewhere.end());
      } else if (!slow.here.empty()) {
        ASSERT_EQ(placed.certainty, Certainty::road);  // several houses of one village behind one door
        ASSERT_GT(slow.here.size(), 1U);
      }
    }
  }
  EXPECT_GT(doors, 1000);
  EXPECT_GT(ambiguous, 100);
  EXPECT_GT(contradicted, 100);
}

TEST(ReadBase, a_table_is_read_and_what_is_wrong_is_said_with_its_place) {
  const auto good = read_base("编号,区划,道路,门牌号,小区,楼栋,经度,纬度\nb7,450203004001,龙潭路,12号,,,109.42,24.30\nb8,450203004001,,,阳光花园,3栋,109.43,24.31\n");
  ASSERT_TRUE(good);
  EXPECT_EQ(good->ids, (std::vector<std::string>{"b7", "b8"}));
  EXPECT_EQ(good->rows[1].estate, "阳光花园");
  const auto bad = read_base("region,road,longitude,latitude\n45020300400,龙潭路,109,24\n450203004001,,109,24\n450203004001,龙潭路,190,24\n");
  ASSERT_FALSE(bad);
  ASSERT_EQ(bad.error().size(), 3U);
  EXPECT_EQ(bad.error()[0].place, "2:1");
  EXPECT_EQ(bad.error()[0].code, "region.malformed");
  EXPECT_EQ(bad.error()[1].code, "addresses.row_empty");
  EXPECT_EQ(bad.error()[2].place, "4:18");
  EXPECT_FALSE(read_base("region,longitude,latitude\n"));
}

}  // namespace
}  // namespace laoyou::addresses
