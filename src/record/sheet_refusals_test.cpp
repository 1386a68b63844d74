#include "record/sheet_refusals.h"

#include <gtest/gtest.h>

namespace laoyou::record {
namespace {

TEST(SheetRefusals, ThoseBeyondTheLimitAreCounted) {
  Refusals many;
  for (std::size_t i = 0; i < k_refusals_shown_max; ++i) many.push_back(at(std::to_string(i) + ":1", refuse("number.malformed")));
  EXPECT_EQ(shown_refusals(many), many);
  many.push_back(at("700:1", refuse("number.malformed")));
  many.push_back(at("701:1", refuse("number.malformed")));
  const Refusals shown = shown_refusals(many);
  ASSERT_EQ(shown.size(), k_refusals_shown_max + 1);
  EXPECT_EQ(shown.back(), at("700:1", refuse("sheet.more_refusals", {"2"})));
}

}  // namespace
}  // namespace laoyou::record
