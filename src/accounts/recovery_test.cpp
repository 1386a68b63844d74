#include "accounts/recovery.h"

#include <gtest/gtest.h>

#include <set>

#include "base/random.h"

namespace laoyou::accounts {

TEST(RecoveryCodes, AreTenAndNoneIsTwice) {
  SecureRandom random;
  const auto codes = new_recovery_codes(random);
  EXPECT_EQ(std::set<std::string>(codes.begin(), codes.end()).size(), 10u);
  for (const std::string& code : codes) EXPECT_FALSE(recovery_hash(code).empty()) << code;
}

TEST(RecoveryCodes, AreTakenHoweverTheyAreTyped) {
  EXPECT_EQ(recovery_hash("7kq4-m2xp-9h0t"), recovery_hash(" 7KQ4 M2XP9HOT "));
  EXPECT_NE(recovery_hash("7kq4-m2xp-9h0t"), recovery_hash("7kq4-m2xp-9h0u"));
  for (const char* other : {"", "123456", "7kq4-m2xp", "7kq4-m2xp-9h1t", "7kq4-m2xp-9h0t0"}) EXPECT_EQ(recovery_hash(other), "") << other;
}

}  // namespace laoyou::accounts
