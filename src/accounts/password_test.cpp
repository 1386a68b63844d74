#include "accounts/password.h"

#include <gtest/gtest.h>

namespace laoyou::accounts {

TEST(PasswordRules, TenCharactersOfTwoKindsAreEnough) {
  for (const char* password : {"quietlamp4", "TEALRIVER-", "8274019365-", "correct horse battery", "密码要够长才好用啊啊1", "养老托育养老托育养老a"})
    EXPECT_TRUE(check_password_rules(password, "li")) << password;
}

TEST(PasswordRules, ShortOneSidedOrTheNameItselfIsRefused) {
  const std::string long_one(129, 'a');
  for (const std::string password : {std::string("abcdefgh1"), std::string("abcdefghijkl"), std::string("123456789012"), std::string("-----------"), std::string(""),
                                     std::string("li-reports-1"), long_one + "1", std::string("password12"), std::string("aaaaaaaaa1"), std::string("1234567890a"),
                                     std::string("qwertyuiop1"), std::string("abcdefghi1")}) {
    const Result<void> checked = check_password_rules(password, "li-reports-1");
    ASSERT_FALSE(checked) << password;
    EXPECT_EQ(checked.error().code, "accounts.weak_password");
  }
}

TEST(PasswordRules, CharactersAreCountedNotBytes) { EXPECT_FALSE(check_password_rules("密码密a", "li")) << "ten bytes, four characters"; }

TEST(Password, TheRightOneIsVerifiedAndNoOther) {
  const std::string hash = hash_password("right-horse-7", PasswordCost::least);
  EXPECT_TRUE(hash.starts_with("$argon2id$")) << hash;
  EXPECT_TRUE(verify_password(hash, "right-horse-7"));
  EXPECT_FALSE(verify_password(hash, "right-horse-8"));
  EXPECT_FALSE(verify_password(hash, ""));
  EXPECT_NE(hash_password("right-horse-7", PasswordCost::least), hash) << "each hash has its own salt";
}

}  // namespace laoyou::accounts
