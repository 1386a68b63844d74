#include "engines/addresses/search_base.h"

#include <gtest/gtest.h>

namespace laoyou::addresses {
namespace {

/// Three villages in two counties.
class SearchBase : public testing::Test {
 protected:
  using Rows = std::vector<AddressBase::Row>;
  static RegionCode region(std::string_view digits) { return RegionCode::parse((std::string(digits) + "000000000000").substr(0, 12)).value(); }

  static const Gazetteer& gazetteer() {
    static const Gazetteer known({{region("45"), "广西壮族自治区"}, {region("4502"), "柳州市"}, {region("450203"), "鱼峰区"}, {region("450203004"), "驾鹤街道"}, {region("450203004001"), "元璋社区居委会"},
                                  {region("450203004002"), "东环社区居委会"}, {region("450205"), "柳北区"}, {region("450205005"), "解放街道"}, {region("450205005001"), "广场社区居委会"}});
    return known;
  }

  static const AddressBase& base() {
    static const AddressBase known({
        {region("450203004001"), "龙潭路", "120号", "", "", {109.42, 24.30}},          // 0
        {region("450203004001"), "龙潭路", "12号", "", "", {109.42, 24.30}},           // 1
        {region("450203004002"), "龙潭路", "2号", "阳光花园", "1栋", {109.43, 24.30}},   // 2
        {region("450203004002"), "龙潭路", "2号", "阳光花园", "12栋", {109.43, 24.30}},  // 3
        {region("450205005001"), "龙潭路", "12号", "", "", {109.40, 24.33}},           // 4
        {region("450205005001"), "小龙潭巷", "3号", "", "", {109.41, 24.33}},          // 5
        {region("450203004001"), "屏山大道", "720-12号", "", "", {109.44, 24.29}},     // 6
    });
    return known;
  }

  static Rows found(std::string_view text, std::string_view within = "4502", std::string_view near = "450203", std::size_t most = 10) {
    return search_base(base(), gazetteer(), text, region(within), region(near), most);
  }
};

}  // namespace

TEST_F(SearchBase, AWholeNumberGoesBeforeItsBeginning) { EXPECT_EQ(found("龙潭路 12", "450203"), (Rows{1, 3, 0})); }

TEST_F(SearchBase, WordsNeedNoBlanksBetweenThem) { EXPECT_EQ(found("龙潭12", "450203"), (Rows{1, 3, 0})); }

TEST_F(SearchBase, WhatABeginningNamesIsFoundNearFirstAndBeforeWhatOnlyHoldsIt) { EXPECT_EQ(found("龙潭"), (Rows{1, 0, 2, 3, 4, 5})); }

TEST_F(SearchBase, AVillageOrStreetIsAWordLikeOthers) {
  EXPECT_EQ(found("元璋"), (Rows{1, 0, 6}));
  EXPECT_EQ(found("东环 龙潭 12"), (Rows{3}));
  EXPECT_EQ(found("解放街道 12"), (Rows{4}));
}

TEST_F(SearchBase, AnAddressInFullIsReadHoweverItIsWritten) {
  EXPECT_EQ(found("柳州市柳北区龙潭路十二号", "4502").front(), 1u) << "both doors of that name, by region";
  EXPECT_EQ(found("阳光小区十二号楼"), Rows{}) << "阳光 is another name than 阳光花园";
  EXPECT_EQ(found("鱼峰区阳光花园十二号楼301室").front(), 3u);
}

TEST_F(SearchBase, WhereTheDoorIsNotKnownTheRoadIsShown) { EXPECT_EQ(found("鱼峰区驾鹤街道屏山大道9号2单元"), (Rows{6})); }

TEST_F(SearchBase, OnlyWhatLiesInThePlaceIsFoundAndNoMoreThanAskedFor) {
  EXPECT_EQ(found("龙潭路12号", "450205", "450205"), (Rows{4}));
  EXPECT_EQ(found("龙潭", "4502", "450203", 2), (Rows{1, 0}));
}

TEST_F(SearchBase, NothingAndSignsFindNothing) {
  EXPECT_TRUE(found("").empty());
  EXPECT_TRUE(found(" ，#").empty());
  EXPECT_TRUE(found("没有这条路").empty());
}

}  // namespace laoyou::addresses
