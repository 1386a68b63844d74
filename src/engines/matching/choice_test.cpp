#include "engines/matching/choice.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/random.h"

namespace laoyou::matching {
namespace {

struct Case {
  std::vector<Claim> claims;
  int seats = 0;
  std::vector<Share> shares;
};

/// Claims, seats and shares as a pool may have them: holders fit, and beyond them no more is reserved than is free.
Case random_case(SeededRandom& random) {
  Case made;
  const int quotas = static_cast<int>(random.below(3)), claims = 1 + static_cast<int>(random.below(7));
  std::vector<int> held(static_cast<std::size_t>(quotas), 0);
  int free = static_cast<int>(random.below(4)), holders = 0;
  for (int rank = 0; rank < claims; ++rank) {
    Claim claim{rank, rank, static_cast<std::int16_t>(static_cast<int>(random.below(static_cast<std::uint64_t>(quotas) + 1)) - 1), random.below(4) == 0};
    if (claim.holds && claim.quota >= 0) ++held[static_cast<std::size_t>(claim.quota)];
    holders += claim.holds;
    made.claims.push_back(claim);
  }
  made.seats = free + holders;
  for (int quota = 0; quota < quotas; ++quota) {
    const int own = held[static_cast<std::size_t>(quota)], more = static_cast<int>(random.below(static_cast<std::uint64_t>(free) + 1));
    made.shares.push_back({own + more, own + more + static_cast<int>(random.below(3)), random.below(2) == 0});
    free -= more;
  }
  std::sort(made.claims.begin(), made.claims.end());
  return made;
}

std::vector<int> chosen(const Case& given, const std::vector<Claim>& claims) {
  std::vector<char> flags;
  choose(claims, given.seats, given.shares, flags);
  std::vector<int> families;
  for (std::size_t i = 0; i < claims.size(); ++i)
    if (flags[i]) families.push_back(claims[i].family);
  return families;
}

// What deferred acceptance and the promise that truth is best rest on.
TEST(Choice, WhoIsChosenStaysChosenWhenAnotherIsNotThereAndNoMoreAreChosenFromFewer) {
  SeededRandom random(3);
  for (int number = 0; number < 50'000; ++number) {
    const Case given = random_case(random);
    const auto all = chosen(given, given.claims);
    for (std::size_t without = 0; without < given.claims.size(); ++without) {
      auto fewer = given.claims;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(without));
      const auto of_fewer = chosen(given, fewer);
      ASSERT_LE(of_fewer.size(), all.size()) << number;
      for (const int family : all)
        ASSERT_TRUE(family == given.claims[without].family || std::count(of_fewer.begin(), of_fewer.end(), family) == 1) << number;
    }
    for (const Claim& claim : given.claims)
      ASSERT_TRUE(!claim.holds || std::count(all.begin(), all.end(), claim.family) == 1) << number;
  }
}

}  // namespace
}  // namespace laoyou::matching
