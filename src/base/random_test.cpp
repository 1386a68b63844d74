#include "base/random.h"

#include <gtest/gtest.h>

#include <set>
#include <vector>

#include "base/check.h"

namespace laoyou {
namespace {

// The first numbers of xoshiro256** seeded with 0 through splitmix64, computed apart from this program.
TEST(Random, ASeedGivesTheSameNumbersOnEveryMachine) {
  SeededRandom random(0);
  for (std::uint64_t expected : {0x99EC5F36CB75F2B4ULL, 0xBF6E1F784956452AULL, 0x1A5F849D4933E6E0ULL}) EXPECT_EQ(random.next(), expected);
}

TEST(Random, BytesAndNumbersComeFromTheSameStream) {
  SeededRandom numbers(7), bytes(7);
  std::vector<std::byte> out(19);
  bytes.fill(out);
  for (std::size_t i = 0; i < out.size(); i += 8) {
    const std::uint64_t word = numbers.next();
    for (std::size_t k = 0; k < 8 && i + k < out.size(); ++k) EXPECT_EQ(std::to_integer<std::uint64_t>(out[i + k]), word >> (8 * k) & 255);
  }
}

TEST(Random, BelowIsFairToEachValue) {
  SeededRandom random(1);
  std::vector<int> seen(6);
  for (int i = 0; i < 60'000; ++i) ++seen[random.below(6)];
  // Each count is within six standard deviations (91) of 10,000; the seed is fixed, so this never wavers.
  for (int count : seen) EXPECT_NEAR(count, 10'000, 550);
  EXPECT_EQ(random.below(1), 0u);
  EXPECT_THROW(random.below(0), BrokenInvariant);
}

// Three quarters of the 64-bit numbers as a bound: taking remainders without redrawing would give the first quarter twice as often.
TEST(Random, BelowIsFairAlsoForHugeBounds) {
  SeededRandom random(2);
  const std::uint64_t bound = 3ULL << 62;
  int first_third = 0;
  for (int i = 0; i < 30'000; ++i) first_third += random.below(bound) < bound / 3;
  EXPECT_NEAR(first_third, 10'000, 500);
}

TEST(Random, UnitStaysBelowOne) {
  SeededRandom random(3);
  double sum = 0;
  for (int i = 0; i < 10'000; ++i) {
    const double value = random.unit();
    ASSERT_GE(value, 0.0);
    ASSERT_LT(value, 1.0);
    sum += value;
  }
  EXPECT_NEAR(sum / 10'000, 0.5, 0.02);
}

TEST(Random, TokensAreHexadecimalAndDiffer) {
  SecureRandom random;
  std::set<std::string> tokens;
  for (int i = 0; i < 100; ++i) tokens.insert(random_token(random, 16));
  EXPECT_EQ(tokens.size(), 100u);
  for (const std::string& token : tokens) {
    EXPECT_EQ(token.size(), 32u);
    EXPECT_EQ(token.find_first_not_of("0123456789abcdef"), std::string::npos);
  }
}

}  // namespace
}  // namespace laoyou
