#include "store/digest.h"

#include <gtest/gtest.h>

namespace laoyou::store {
namespace {

TEST(ADigest, gives_the_published_example_of_each_standard) {
  // FIPS 180-4 example "abc"; GB/T 32905-2016 annex A.1, the same message.
  EXPECT_EQ(Digest(DigestAlgorithm::sha256).bytes("abc").finish(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(Digest(DigestAlgorithm::sm3).bytes("abc").finish(), "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
}

TEST(ADigest, tells_fields_apart_that_join_to_the_same_text) {
  Digest digest(DigestAlgorithm::sha256);
  const std::string one = digest.field("ab").field("c").finish();
  EXPECT_NE(one, digest.field("a").field("bc").finish());
  EXPECT_NE(one, digest.field("abc").finish());
  EXPECT_EQ(one, digest.field("ab").field("c").finish());
}

}  // namespace
}  // namespace laoyou::store
