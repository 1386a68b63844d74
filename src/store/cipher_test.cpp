#include "store/cipher.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace laoyou::store {
namespace {

MasterKey key_of(std::uint64_t seed) {
  MasterKey key;
  SeededRandom(seed).fill(key);
  return key;
}

class ACipher : public testing::TestWithParam<CipherSuite> {
 protected:
  SeededRandom random{1};
  std::unique_ptr<Cipher> cipher = make_cipher(GetParam(), key_of(1));
};

INSTANTIATE_TEST_SUITE_P(Store, ACipher, testing::Values(CipherSuite::sodium, CipherSuite::national),
                         [](const auto& parameter) { return parameter.param == CipherSuite::sodium ? "sodium" : "national"; });

TEST_P(ACipher, opens_what_it_sealed) {
  for (const std::string& text : {std::string(), std::string("13800000001"), std::string(100'000, 'x')}) {
    std::string opened;
    EXPECT_TRUE(cipher->open("resident.phone.1", cipher->seal("resident.phone.1", text, random), opened));
    EXPECT_EQ(opened, text);
  }
}

TEST_P(ACipher, opens_nothing_under_another_name_or_key) {
  const std::string sealed = cipher->seal("resident.phone.1", "13800000001", random);
  std::string opened;
  EXPECT_FALSE(cipher->open("resident.phone.2", sealed, opened));
  EXPECT_FALSE(make_cipher(GetParam(), key_of(2))->open("resident.phone.1", sealed, opened));
}

TEST_P(ACipher, notices_any_changed_bit) {
  const std::string sealed = cipher->seal("a", "13800000001", random);
  std::string opened;
  for (std::size_t bit = 0; bit < 8 * sealed.size(); ++bit) {
    std::string changed = sealed;
    changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << (bit % 8)));
    EXPECT_FALSE(cipher->open("a", changed, opened)) << bit;
  }
  for (std::size_t size = 0; size < sealed.size(); ++size) EXPECT_FALSE(cipher->open("a", sealed.substr(0, size), opened)) << size;
}

TEST_P(ACipher, seals_the_same_text_differently_each_time_and_matches_it_the_same) {
  EXPECT_NE(cipher->seal("a", "text", random), cipher->seal("a", "text", random));
  EXPECT_EQ(cipher->match("a", "text"), cipher->match("a", "text"));
  EXPECT_NE(cipher->match("a", "text"), cipher->match("b", "text"));
  EXPECT_NE(cipher->match("a", "text"), cipher->match("a", "texu"));
  EXPECT_NE(cipher->match("a", "text"), make_cipher(GetParam(), key_of(2))->match("a", "text"));
}

RC_GTEST_PROP(ASealedText, shows_nothing_of_itself_but_its_length, (const std::string& text)) {
  RC_PRE(text.size() > 4);
  SeededRandom random(3);
  for (const CipherSuite suite : {CipherSuite::sodium, CipherSuite::national}) {
    const std::string sealed = make_cipher(suite, key_of(1))->seal("a", text, random);
    RC_ASSERT(sealed.find(text) == std::string::npos);
  }
}

}  // namespace
}  // namespace laoyou::store
