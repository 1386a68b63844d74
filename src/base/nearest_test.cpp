#include "base/nearest.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace laoyou {
namespace {

/// The oracle: edit distance as it is defined, by plain recursion.
std::size_t slow_distance(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return a.size() + b.size();
  const std::size_t kept = slow_distance(a.substr(1), b.substr(1)) + (a[0] == b[0] ? 0 : 1);
  return std::min({kept, slow_distance(a.substr(1), b) + 1, slow_distance(a, b.substr(1)) + 1});
}

std::string slow_nearest(const std::string& text, const std::vector<std::string>& candidates) {
  const std::size_t allowed = text.size() < 2 ? 0 : std::max<std::size_t>(1, text.size() / 3);
  std::string best;
  std::size_t best_distance = allowed + 1;
  for (const std::string& candidate : candidates)
    if (const std::size_t distance = slow_distance(text, candidate); distance < best_distance) {
      best_distance = distance;
      best = candidate;
    }
  return best;
}

RC_GTEST_PROP(Nearest, AgreesWithPlainRecursion, ()) {
  const auto word = rc::gen::resize(6, rc::gen::container<std::string>(rc::gen::elementOf(std::string("abc"))));
  const std::string text = *word;
  const auto candidates = *rc::gen::container<std::vector<std::string>>(4, word);
  RC_ASSERT(nearest(text, candidates) == slow_nearest(text, candidates));
}

TEST(Nearest, FindsTheSlipOfTheHand) {
  const std::vector<std::string> known{"nursing_beds", "beds", "区划代码", "机构名称"};
  EXPECT_EQ(nearest("nursing_bed", known), "nursing_beds");
  EXPECT_EQ(nearest("区划代吗", known), "区划代码");
  EXPECT_EQ(nearest("名称机构", known), "");
}

// Chinese characters are three bytes each; one wrong character is one mistake.
TEST(Nearest, CountsCharactersNotBytes) { EXPECT_EQ(nearest("姓明", std::vector<std::string>{"姓名"}), "姓名"); }

TEST(Nearest, ASingleCharacterIsNobodysNeighbour) {
  EXPECT_EQ(nearest("甲", std::vector<std::string>{"乙"}), "");
  EXPECT_EQ(nearest("", std::vector<std::string>{"乙"}), "");
}

TEST(Nearest, HasNothingToSayWithoutCandidates) { EXPECT_EQ(nearest("name", {}), ""); }

}  // namespace
}  // namespace laoyou
