#include "accounts/totp.h"

#include <gtest/gtest.h>

namespace laoyou::accounts {
namespace {

// RFC 6238, appendix B: the ASCII secret "12345678901234567890" in base32.
constexpr std::string_view k_secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

std::int64_t step_of(std::int64_t seconds) { return seconds / 30; }
Instant at_second(std::int64_t seconds) { return Instant{seconds * 1000}; }

}  // namespace

TEST(Totp, TheCodesAreThoseOfRfc6238AppendixB) {
  // The appendix gives eight digits; a code of six is their last six.
  EXPECT_EQ(totp_code(k_secret, step_of(59)), "287082");            // 94287082
  EXPECT_EQ(totp_code(k_secret, step_of(1111111109)), "081804");    // 07081804
  EXPECT_EQ(totp_code(k_secret, step_of(1111111111)), "050471");    // 14050471
  EXPECT_EQ(totp_code(k_secret, step_of(1234567890)), "005924");    // 89005924
  EXPECT_EQ(totp_code(k_secret, step_of(2000000000)), "279037");    // 69279037
  EXPECT_EQ(totp_code(k_secret, step_of(20000000000)), "353130");   // 65353130
}

TEST(Totp, ACodeIsGoodForItsOwnStepAndOneBeforeAndAfter) {
  const std::int64_t step = step_of(1234567890);
  for (const std::int64_t shift : {-1, 0, 1}) EXPECT_EQ(matching_totp_step(k_secret, totp_code(k_secret, step + shift), at_second(1234567890), 0), step + shift);
  for (const std::int64_t shift : {-2, 2}) EXPECT_EQ(matching_totp_step(k_secret, totp_code(k_secret, step + shift), at_second(1234567890), 0), std::nullopt);
}

TEST(Totp, AStepUsedIsNotGoodAgainNorIsAnEarlierOne) {
  const std::int64_t step = step_of(1234567890);
  EXPECT_EQ(matching_totp_step(k_secret, totp_code(k_secret, step), at_second(1234567890), step), std::nullopt);
  EXPECT_EQ(matching_totp_step(k_secret, totp_code(k_secret, step - 1), at_second(1234567890), step), std::nullopt);
  EXPECT_EQ(matching_totp_step(k_secret, totp_code(k_secret, step + 1), at_second(1234567890), step), step + 1);
}

TEST(Totp, WhatIsNotSixDigitsIsNoCode) {
  for (const char* code : {"", "5924", "0005924", "005924 ", "abcdef"}) EXPECT_EQ(matching_totp_step(k_secret, code, at_second(1234567890), 0), std::nullopt) << code;
}

TEST(Totp, ASecretHas160BitsInBase32) {
  SeededRandom random(1);
  const std::string secret = new_totp_secret(random);
  EXPECT_EQ(secret.size(), 32u);
  EXPECT_EQ(secret.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"), std::string::npos);
  EXPECT_NE(new_totp_secret(random), secret);
  EXPECT_EQ(totp_uri(secret, "li"), "otpauth://totp/laoyou:li?secret=" + secret + "&issuer=laoyou");
}

}  // namespace laoyou::accounts
