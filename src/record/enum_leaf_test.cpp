#include "record/enum_leaf.h"

#include <gtest/gtest.h>

#include "record/examples_test.h"

namespace laoyou::record {
namespace {

using CareLeaf = Leaf<example::Care>;

TEST(EnumLeaf, IsItsNameInJsonAndItsLabelOnSheets) {
  EXPECT_EQ(CareLeaf::to_json_text(example::Care::nursing_home), "nursing_home");
  EXPECT_EQ(CareLeaf::to_sheet_text(example::Care::nursing_home), "养老机构");
  EXPECT_EQ(std::get<std::string>(CareLeaf::to_cell(example::Care::nursery)), "nursery");
}

TEST(EnumLeaf, SheetsTakeNameAndBothLabels) {
  for (const char* text : {"nursery", "托育机构", "Nursery"}) EXPECT_EQ(CareLeaf::from_sheet_text(text).value(), example::Care::nursery) << text;
  EXPECT_FALSE(CareLeaf::from_json_text("托育机构"));
}

TEST(EnumLeaf, ARefusalListsWhatWouldBeRight) {
  const Refusal refusal = CareLeaf::from_json_text("school").error();
  EXPECT_EQ(refusal, refuse("enum.unknown", {"school", "nursery, nursing_home"}));
  EXPECT_EQ(unknown_enum_value("nursry", {"nursery", "nursing_home"}), refuse("enum.mistyped", {"nursry", "nursery"}));
  EXPECT_FALSE(CareLeaf::from_json_text(""));
}

}  // namespace
}  // namespace laoyou::record
