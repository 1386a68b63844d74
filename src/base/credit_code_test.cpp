#include "base/credit_code.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace laoyou {
namespace {

const std::string k_alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

std::string refusal_of(std::string_view text) {
  const auto code = CreditCode::parse(text);
  return code ? "" : code.error().code;
}

// The example that GB 32100-2015 itself computes.
TEST(CreditCode, TakesTheExampleOfTheStandard) { EXPECT_EQ(CreditCode::parse("91350100M000100Y43").value().text(), "91350100M000100Y43"); }

TEST(CreditCode, TakesLowerCaseLettersAsCapitals) { EXPECT_EQ(CreditCode::parse("91350100m000100y43").value().text(), "91350100M000100Y43"); }

TEST(CreditCode, RefusesLettersTheStandardLeavesOut) {
  for (char letter : std::string("IOSVZiosvz- ")) {
    std::string text = "91350100M000100Y43";
    text[8] = letter;
    EXPECT_EQ(refusal_of(text), "credit_code.malformed") << text;
  }
  EXPECT_EQ(refusal_of(""), "credit_code.malformed");
  EXPECT_EQ(refusal_of("91350100M000100Y4"), "credit_code.malformed");
  EXPECT_EQ(refusal_of("91350100M000100Y430"), "credit_code.malformed");
}

RC_GTEST_PROP(CreditCode, ExactlyOneCheckCharacterFits, ()) {
  const auto seventeen = *rc::gen::container<std::string>(17, rc::gen::elementOf(k_alphabet));
  int fitting = 0;
  for (char check : k_alphabet) fitting += CreditCode::parse(seventeen + check).has_value();
  RC_ASSERT(fitting == 1);
}

RC_GTEST_PROP(CreditCode, NoticesAnySingleMistypedCharacter, ()) {
  const auto place = *rc::gen::inRange<std::size_t>(0, 18);
  std::string text = "91350100M000100Y43";
  const char typed = *rc::gen::elementOf(k_alphabet);
  RC_PRE(typed != text[place]);
  text[place] = typed;
  RC_ASSERT(refusal_of(text) == "credit_code.wrong_check");
}

}  // namespace
}  // namespace laoyou
