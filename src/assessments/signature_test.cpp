#include "assessments/signature.h"

#include <gmock/gmock.h>

namespace laoyou::assessments {
namespace {

std::vector<std::string> told(const std::vector<Signature>& signatures) {
  std::vector<std::string> codes;
  for (const Refusal& refusal : check_signatures(signatures, {"张一", "李二"})) codes.push_back(refusal.place + " " + refusal.code);
  return codes;
}

TEST(Signatures, AreLinesOnABoardWithTheNameOfWhoSigned) {
  EXPECT_THAT(told({{"张一", SignedAs::assessor, "0,0 1000,400|5,7 9,9"}, {"王婆婆", SignedAs::person, "1,1 2,2"}, {"王小明", SignedAs::representative, "1,1|2,2"}}), testing::IsEmpty());
}

TEST(Signatures, EverythingWrongIsToldAtItsPlace) {
  EXPECT_THAT(told({{"赵三", SignedAs::assessor, "1,1 2,2"}, {" ", SignedAs::person, "1,1"}, {"张一", SignedAs::assessor, "1001,1 2,2"}}),
              testing::ElementsAre("/signatures/0/name assessments.signer_unknown", "/signatures/1/name assessments.signer_unnamed", "/signatures/1/strokes assessments.signature_wrong",
                                   "/signatures/2/strokes assessments.signature_wrong"));
}

TEST(Signatures, WhatIsNoLineIsRefused) {
  for (const char* strokes : {"", "1,1 ", "1,1  2,2", "1,-1 2,2", "1.5,2 3,3", "1,401 2,2", "M0 0L1 1", "1,1 2,2<script>", "1 1"})
    EXPECT_THAT(told({{"张一", SignedAs::assessor, strokes}}), testing::ElementsAre("/signatures/0/strokes assessments.signature_wrong")) << strokes;
  EXPECT_THAT(told(std::vector<Signature>(9, {"张一", SignedAs::assessor, "1,1 2,2"})), testing::ElementsAre("/signatures assessments.signatures_many"));
}

TEST(Signatures, AreReadAsTheyWereKept) {
  const std::vector<Signature> signatures{{"张一", SignedAs::assessor, "1,1 2,2"}, {"王婆婆", SignedAs::person, "3,3 4,4|5,5 6,6"}};
  const std::vector<Signature> read = signatures_of(signatures_text(signatures));
  ASSERT_EQ(read.size(), 2u);
  EXPECT_EQ(read[1].name, "王婆婆");
  EXPECT_EQ(read[1].signed_as, SignedAs::person);
  EXPECT_EQ(read[1].strokes, "3,3 4,4|5,5 6,6");
  EXPECT_EQ(signatures_text({}), std::nullopt);
  EXPECT_THAT(signatures_of(std::nullopt), testing::IsEmpty());
}

}  // namespace
}  // namespace laoyou::assessments
