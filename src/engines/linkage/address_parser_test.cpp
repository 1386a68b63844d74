#include "engines/linkage/address_parser.h"

#include <gtest/gtest.h>

#include "base/random.h"

namespace laoyou::linkage {
namespace {

AddressParser parser() {
  std::vector<AddressParser::Place> places;
  const std::vector<std::pair<const char*, const char*>> named = {
      {"11", "北京市"}, {"1101", "市辖区"}, {"110105", "朝阳区"}, {"33", "浙江省"}, {"3301", "杭州市"}, {"330106", "西湖区"}, {"3302", "宁波市"}, {"3303", "温州市"},
      {"330326", "平阳县"}, {"330382", "乐清市"}, {"3306", "绍兴市"}, {"330603", "柯桥区"}, {"3310", "台州市"}, {"331004", "路桥区"}, {"36", "江西省"}, {"3601", "南昌市"},
      {"360103", "西湖区"}, {"43", "湖南省"}, {"4306", "岳阳市"}, {"430626", "平江县"}, {"45", "广西壮族自治区"}, {"4503", "桂林市"}, {"53", "云南省"},
      {"5325", "红河哈尼族彝族自治州"}, {"532530", "金平苗族瑶族傣族自治县"}};
  for (const auto& [digits, name] : named) places.push_back({RegionCode::parse((digits + std::string("000000000000")).substr(0, 12)).value(), name});
  return AddressParser(places);
}

void expect(std::string_view address, std::string_view province, std::string_view city, std::string_view district, std::string_view street) {
  static const AddressParser the_parser = parser();
  const AddressPlace place = the_parser.parse(address);
  EXPECT_EQ(place.province, province) << address;
  EXPECT_EQ(place.city, city) << address;
  EXPECT_EQ(place.district, district) << address;
  EXPECT_EQ(address.substr(place.rest), street) << address;
}

TEST(AddressParser, levels_said_left_out_and_written_short) {
  expect("浙江省杭州市西湖区文三路12号", "浙江省", "杭州市", "西湖区", "文三路12号");
  expect("浙江杭州西湖区文三路", "浙江省", "杭州市", "西湖区", "文三路");
  expect("乐清柳市镇惠丰路97号", "浙江省", "温州市", "乐清市", "柳市镇惠丰路97号");
  expect("北京市朝阳区建国路", "北京市", "北京市", "朝阳区", "建国路");
  expect("中国 江西省-南昌市-市辖区 西湖区 站前路", "江西省", "南昌市", "西湖区", "站前路");
  expect("云南省红河州金平县城关", "云南省", "红河哈尼族彝族自治州", "金平苗族瑶族傣族自治县", "城关");
  expect("广西省桂林市中山路", "广西壮族自治区", "桂林市", "", "中山路");
}

TEST(AddressParser, what_is_said_twice_is_read_once) {
  expect("浙江-温州-平阳县浙江省温州市平阳县昆阳镇", "浙江省", "温州市", "平阳县", "昆阳镇");
  expect("南泗乡广西桂林市南泗乡读村", "广西壮族自治区", "桂林市", "", "南泗乡读村");
}

TEST(AddressParser, a_road_called_after_a_place_is_a_road) {
  expect("平江路199号七里丝理发店", "", "", "", "平江路199号七里丝理发店");
  expect("绍兴市平江路199号", "浙江省", "绍兴市", "", "平江路199号");
  expect("台州路桥区金鹊小区", "浙江省", "台州市", "路桥区", "金鹊小区");
}

TEST(AddressParser, districts_that_are_no_more_keep_their_name) {
  expect("杭州市江干区彭埠镇", "浙江省", "杭州市", "江干区", "彭埠镇");
  expect("宁波江东区民安路", "浙江省", "宁波市", "江东区", "民安路");
  expect("绍兴市绍兴县安昌镇", "浙江省", "绍兴市", "绍兴县", "安昌镇");
  expect("湖州开发区三号路", "", "", "", "湖州开发区三号路");
}

TEST(AddressParser, a_name_that_many_districts_bear_has_no_code_by_itself) {
  const AddressPlace place = parser().parse("西湖区文三路");
  EXPECT_EQ(place.district, "西湖区");
  EXPECT_FALSE(place.code);
  EXPECT_EQ(parser().parse("南昌市西湖区").code, RegionCode::parse("360103000000").value());
}

TEST(AddressParser, reads_any_bytes) {
  SeededRandom random(1);
  const AddressParser the_parser = parser();
  const std::string_view pieces = "浙江省杭州市西湖区路县- 1\xff\xe6\xe6\xb5";
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (std::uint64_t k = random.below(12); k > 0; --k) text += pieces.substr(random.below(pieces.size()), 1 + random.below(9));
    EXPECT_LE(the_parser.parse(text).rest, text.size());
  }
}

}  // namespace
}  // namespace laoyou::linkage
