#include "record/mask.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/csv.h"
#include "record/generators_test.h"

namespace laoyou::record {
namespace {

TEST(Mask, KeepsTheShapeOfATextAndHidesTheRest) {
  EXPECT_EQ(masked("王秀英", Mask::name), "王*");
  EXPECT_EQ(masked("13800001234", Mask::phone), "138****1234");
  EXPECT_EQ(masked("11010519491231002X", Mask::id_number), "110105********002X");
  EXPECT_EQ(masked("北京市朝阳区建国路88号院", Mask::address), "北京市朝阳区****");
  EXPECT_EQ(masked("高血压", Mask::all), "****");
  EXPECT_EQ(masked("", Mask::phone), "");
}

// Showing seven digits of eight would be no mask.
TEST(Mask, HidesAShortTextWhole) {
  EXPECT_EQ(masked("88881234", Mask::phone), "****");
  EXPECT_EQ(masked("110", Mask::phone), "****");
  EXPECT_EQ(masked("1101054912310", Mask::id_number), "********");
}

TEST(Mask, ShowsAtMostHalfOfAShortAddress) { EXPECT_EQ(masked("龙城路3号", Mask::address), "龙城****"); }

RC_GTEST_PROP(Mask, NeverCutsACharacterApartAndNeverShowsTheWhole, ()) {
  const std::string text = *rc::gen::element<std::string>("", "8", "王老师转分机") + example::any_text();
  RC_PRE(!text.empty());
  for (Mask mask : {Mask::all, Mask::name, Mask::phone, Mask::id_number, Mask::address}) {
    const std::string shown = masked(text, mask);
    RC_ASSERT(is_utf8(shown));
    RC_ASSERT(shown.find('*') != std::string::npos);
    if (mask != Mask::name) RC_ASSERT(shown.find(text) == std::string::npos || text.find_first_not_of('*') == std::string::npos);
  }
}

}  // namespace
}  // namespace laoyou::record
