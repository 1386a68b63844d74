#include "base/result.h"

#include <gtest/gtest.h>

#include "base/check.h"

namespace laoyou {
namespace {

TEST(Result, PlacesNestFromTheOutside) {
  const Refusal refusal = at("/address", at("/street", refuse("text.too_long", {"20"})));
  EXPECT_EQ(refusal.place, "/address/street");
  EXPECT_EQ(refusal.code, "text.too_long");
  EXPECT_EQ(refusal.words, std::vector<std::string>{"20"});
}

TEST(Result, TakingAValueThatIsNotThereIsOurOwnMistake) {
  const Result<int> refused = refuse("number.malformed", {"x"});
  EXPECT_THROW((void)refused.value(), BrokenInvariant);
  const CheckedResult<int> all = Refusals{refuse("number.malformed"), refuse("date.malformed")};
  EXPECT_THROW((void)all.value(), BrokenInvariant);
  EXPECT_THROW((void)CheckedResult<int>(Refusals{}).value(), BrokenInvariant);
}

TEST(Result, TheMistakeNamesTheRefusal) {
  try {
    (void)Result<int>(at("7:3", refuse("number.malformed", {"drei"}))).value();
    FAIL();
  } catch (const BrokenInvariant& broken) {
    const std::string said = broken.what();
    for (const char* part : {"number.malformed", "7:3", "drei"}) EXPECT_NE(said.find(part), std::string::npos) << said;
  }
}

TEST(Result, ATextIsNotTakenForARefusal) {
  const Result<std::string> text = std::string("date.malformed");
  ASSERT_TRUE(text);
  EXPECT_EQ(*text, "date.malformed");
}

}  // namespace
}  // namespace laoyou
