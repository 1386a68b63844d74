#include "engines/addresses/read_address.h"

#include <gtest/gtest.h>

#include "base/random.h"

namespace laoyou::addresses {
namespace {

const Gazetteer& gazetteer() {
  static const Gazetteer known = [] {
    std::vector<Gazetteer::Place> places;
    const std::vector<std::pair<const char*, const char*>> named = {
        {"33", "浙江省"}, {"3301", "杭州市"}, {"330106", "西湖区"}, {"330106011", "文新街道"}, {"45", "广西壮族自治区"}, {"4502", "柳州市"}, {"450203", "鱼峰区"}, {"450203004", "驾鹤街道"},
        {"450203004001", "元璋社区居委会"}, {"450203100", "雒容镇"}, {"450203100201", "大正村委会"}, {"450205", "柳北区"}, {"45020500500", "解放街道"}, {"65", "新疆维吾尔自治区"},
        {"6502", "克拉玛依市"}, {"650203", "克拉玛依区"}, {"650203001", "昆仑路街道"}, {"36", "江西省"}, {"3601", "南昌市"}, {"360103", "西湖区"}};
    for (const auto& [digits, name] : named) places.push_back({RegionCode::parse((digits + std::string("000000000000")).substr(0, 12)).value(), name});
    return Gazetteer(places);
  }();
  return known;
}

std::string shown(std::string_view text) {
  const ParsedAddress address = read_address(gazetteer(), text);
  std::string all;
  for (const Part& part : address.parts)
    if (part.kind != PartKind::other) all += (all.empty() ? "" : " ") + std::string(part_name(part.kind)) + "=" + std::string(text.substr(part.begin, part.end - part.begin));
  return all;
}

struct Example {
  const char *written, *read;
};

TEST(ReadAddress, addresses_as_people_write_them) {
  const Example examples[] = {
      {"广西壮族自治区柳州市鱼峰区驾鹤街道元璋社区龙潭路12号3栋2单元501室",
       "province=广西壮族自治区 city=柳州市 county=鱼峰区 town=驾鹤街道 community=元璋社区 road=龙潭路 road_number=12号 building=3栋 unit=2单元 room=501室"},
      {"广西柳州鱼峰区驾鹤龙潭路12号", "province=广西 city=柳州 county=鱼峰区 town=驾鹤 road=龙潭路 road_number=12号"},
      {"鱼峰区雒容镇大正村3组8号", "county=鱼峰区 town=雒容镇 community=大正村 road=3组 road_number=8号"},
      {"柳州市柳北区广场路中心花园一期5栋甲单元", "city=柳州市 county=柳北区 road=广场路 estate=中心花园一期 building=5栋 unit=甲单元"},
      {"西湖区竹海水韵1-2-301", "county=西湖区 estate=竹海水韵 building=1 unit=2 room=301"},
      {"杭州市西湖区文新街道古墩路４１５号", "city=杭州市 county=西湖区 town=文新街道 road=古墩路 road_number=４１５号"},
      {"文三路和教工路交叉口", "road=文三路 direction=和 side_road=教工路 direction=交叉口"},
      {"龙潭路29-31号旁", "road=龙潭路 road_number=29-31号 direction=旁"},
      {"龙潭路720-12号", "road=龙潭路 road_number=720 building=12号"},
      {"共和新路669弄14号1102", "road=共和新路 road_number=669弄 building=14号 room=1102"},
      {"柳州市鱼峰区龙潭医院门口", "city=柳州市 county=鱼峰区 estate=龙潭医院 direction=门口"},
      {"金星工业区江背路64号七楼", "estate=金星工业区 road=江背路 road_number=64号 floor=七楼"},
      {"克拉玛依市昆仑路街道友谊路5#", "city=克拉玛依市 town=昆仑路街道 road=友谊路 building=5#"},
      {"中国 广西柳州市-鱼峰区", "country=中国 province=广西 city=柳州市 county=鱼峰区"},
      {"元璋社区三栋二单元四楼五号", "community=元璋社区 building=三栋 unit=二单元 floor=四楼 room=五号"},
      {"环城西路南段753号", "road=环城西路 side_road=南段 side_number=753号"},
  };
  for (const Example& example : examples) EXPECT_EQ(shown(example.written), example.read) << example.written;
}

TEST(ReadAddress, the_place_is_told_as_deep_as_it_is_known) {
  const auto region = [](std::string_view text, std::string_view within = "000000000000") {
    const auto found = read_address(gazetteer(), text, RegionCode::parse(within).value()).region;
    return found ? found->text() : "none";
  };
  EXPECT_EQ(region("柳州市鱼峰区驾鹤街道元璋社区龙潭路12号"), "450203004001");
  EXPECT_EQ(region("鱼峰区雒容镇大正村"), "450203100201");
  EXPECT_EQ(region("雒容镇大正村", "450203000000"), "450203100201");
  EXPECT_EQ(region("3号楼101室", "450203004001"), "450203004001");
  EXPECT_EQ(region("西湖区文三路"), "none");  // of Hangzhou or of Nanchang
  EXPECT_EQ(region("西湖区文三路", "360100000000"), "360103000000");
  EXPECT_EQ(region("柳北区广场路", "450203004001"), "450205000000");  // what is written goes before what the record says
}

/// Every way of writing an address out gives its parts back.
TEST(ReadAddress, what_was_written_out_is_read_back) {
  SeededRandom random(7);
  const auto one_of = [&](std::vector<std::string> choices) { return choices[random.below(choices.size())]; };
  for (int round = 0; round < 2000; ++round) {
    std::string text, wanted;
    const auto write = [&](std::string_view kind, const std::string& part) {
      if (part.empty()) return;
      text += part;
      wanted += (wanted.empty() ? "" : " ") + std::string(kind) + "=" + part;
      if (random.below(5) == 0) text += one_of({" ", "-", "，", "  "});
    };
    const std::string number = std::to_string(1 + random.below(999));
    write("province", one_of({"广西壮族自治区", "广西", ""}));
    write("city", "柳州市");
    write("county", "鱼峰区");
    const bool village = random.below(2) == 0;
    write("town", village ? "雒容镇" : one_of({"驾鹤街道", "驾鹤街道"}));
    write("community", village ? one_of({"大正村委会", "大正村"}) : one_of({"元璋社区", "元璋社区居委会", ""}));
    write("road", one_of({"龙潭路", "东环大道", "学院路", "屏山街", "青云巷"}));
    write("road_number", number + "号");
    write("estate", one_of({"", "阳光花园", "银泰小区"}));
    write("building", one_of({"3栋", "12幢", "A座", "5号楼", "三栋", "６号楼"}));
    write("unit", one_of({"1单元", "二单元"}));
    write("room", one_of({"301室", "1202室", "501"}));
    EXPECT_EQ(shown(text), wanted) << text;
  }
}

void expect_whole(std::string_view text) {
  const ParsedAddress address = read_address(gazetteer(), text);
  std::size_t place = 0;
  for (const Part& part : address.parts) {
    ASSERT_EQ(part.begin, place) << text;
    ASSERT_LT(part.begin, part.end) << text;
    place = part.end;
  }
  ASSERT_EQ(place, text.size()) << text;
}

TEST(ReadAddress, no_character_is_lost_or_moved) {
  SeededRandom random(3);
  const std::vector<std::string_view> pieces = {"柳州市", "鱼峰", "区", "驾鹤", "街道", "路", "12", "号", "-", "栋", "三", "单元", "中国", "与", "口", "#", "甲", "附", "之", "村", "组", "花园", "A", "弄", "  ",
                                                "\xff", "\xe6", "，", "１", "段", "东", "期", "旁", "巷", "𠮷", "楼"};
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::uint64_t count = random.below(14); count > 0; --count) text += pieces[random.below(pieces.size())];
    expect_whole(text);
  }
  expect_whole("");
  expect_whole(std::string(5'000, '8'));
  std::string endless;
  for (int i = 0; i < 2'000; ++i) endless += "路";
  expect_whole(endless);
}

TEST(ReadAddress, any_byte_is_taken) {
  SeededRandom random(11);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::uint64_t count = random.below(24); count > 0; --count) text += static_cast<char>(random.below(256));
    expect_whole(text);
  }
}

}  // namespace
}  // namespace laoyou::addresses
