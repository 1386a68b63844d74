#include "app/addresses_command.h"

#include "app/engine_command_test.h"

namespace laoyou::app {
namespace {

const char* const k_base =
    "id,region,road,number,estate,building,longitude,latitude\n"
    "b1,450203004001,龙潭路,12号,,,109.42,24.30\nb2,450203004001,龙潭路,14号,,,109.421,24.30\nb3,450205001001,龙潭路,12号,,,109.40,24.33\n";

class AddressesCommand : public testing::Test {
 protected:
  CommandRun run_;
};

TEST_F(AddressesCommand, tells_how_surely_each_address_lies_and_how_right_that_is) {
  const std::string table = run_.file("homes.csv", "name,address,right\n甲,柳州市鱼峰区龙潭路12号3栋,b1\n乙,龙潭路12号,b1\n丙,广西柳州鱼峰区龙潭路16号,\n丁,鱼峰区龙潭路14号,b1\n");
  const auto ended = run_.run(addresses_command, {"--base", run_.file("base.csv", k_base), "--file", table, "--truth", "right", "--rows", run_.path("rows.csv"), "--json"});
  ASSERT_EQ(ended.exit_code, 0) << ended.err;
  const auto answer = ended.json();
  EXPECT_EQ(answer.at("addresses"), 4);
  EXPECT_EQ(answer.at("certainty").at("door"), 2);
  EXPECT_EQ(answer.at("certainty").at("road"), 1);
  EXPECT_EQ(answer.at("doubt").at("ambiguous"), 1);
  EXPECT_EQ(answer.at("truth").at("right"), 1);
  EXPECT_EQ(answer.at("truth").at("wrong"), 1);
  EXPECT_NE(run_.text_of("rows.csv").find("龙潭路12号,none,ambiguous,,"), std::string::npos) << run_.text_of("rows.csv");
  EXPECT_NE(run_.text_of("rows.csv").find("b1;b3"), std::string::npos);
}

TEST_F(AddressesCommand, reads_addresses_into_their_parts) {
  std::istringstream in("柳州市鱼峰区龙潭路12号3栋\n");
  std::ostringstream out, err;
  const std::string_view words[] = {"--parse"};
  ASSERT_EQ(addresses_command(words, in, out, err), 0) << err.str();
  EXPECT_EQ(out.str(), "450203000000 city=柳州市 county=鱼峰区 road=龙潭路 road_number=12号 building=3栋\n");
}

TEST_F(AddressesCommand, says_what_is_wrong_with_its_place) {
  EXPECT_EQ(run_.run(addresses_command, {"--base", "x.csv"}).exit_code, 2);
  const std::string homes = run_.file("homes.csv", "address\n龙潭路12号\n"), good = run_.file("base.csv", k_base);
  const auto bad = run_.run(addresses_command, {"--base", run_.file("bad.csv", "region,road,longitude,latitude\n45020300400,龙潭路,109,24\n"), "--file", homes});
  EXPECT_EQ(bad.exit_code, 1);
  EXPECT_NE(bad.err.find("bad.csv:2:1: "), std::string::npos) << bad.err;
  const auto column = run_.run(addresses_command, {"--base", good, "--file", homes, "--column", "住址"});
  EXPECT_NE(column.err.find("table.column_missing"), std::string::npos) << column.err;
  const auto empty = run_.run(addresses_command, {"--base", run_.file("none.csv", "region,road,longitude,latitude\n"), "--file", homes});
  EXPECT_NE(empty.err.find("addresses.table_empty"), std::string::npos) << empty.err;
  const auto region = run_.run(addresses_command, {"--base", good, "--file", homes, "--region", "45"});
  EXPECT_NE(region.err.find("--region"), std::string::npos);
}

}  // namespace
}  // namespace laoyou::app
