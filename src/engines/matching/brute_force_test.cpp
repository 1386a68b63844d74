// The engine against every answer of tiny problems with all features mixed. LAOYOU_PROBLEMS sets how many problems are made.
#include <gtest/gtest.h>

#include <cstdlib>

#include "engines/matching/format/problem_json.h"
#include "engines/matching/samples/brute_force.h"
#include "engines/matching/samples/random_problem.h"
#include "engines/matching/solve.h"

namespace laoyou::matching {
namespace {

int problems(int usual) {
  const char* const told = std::getenv("LAOYOU_PROBLEMS");
  return told == nullptr ? usual : std::atoi(told);
}

std::string told(const Refusals& refusals) {
  std::string text;
  for (const Refusal& refusal : refusals) text += refusal.code + " " + refusal.place + "\n";
  return text;
}

TEST(MatchingBruteForce, NoAnswerHasFewerBlockingFamiliesAndTheCheckerAgrees) {
  SeededRandom random(20);
  Effort effort;
  effort.work = 20'000;
  int blocked = 0, closed = 0;
  for (int number = 0; number < problems(1'500); ++number) {
    const Problem problem = random_problem(random, {});
    const auto market = make_market(problem);
    if (!market) continue;  // more hold a seat than a quota allows
    const Answer answer = solve(*market, effort);
    const Judgement judgement = check(problem, claimed_by(*market, answer.option_of, answer.closed));
    ASSERT_TRUE(judgement.valid()) << number << " " << told(judgement.broken);
    ASSERT_EQ(judgement.blocking.size(), answer.blocking.size()) << number;
    for (std::size_t i = 0; i < judgement.blocking.size(); ++i) ASSERT_EQ(judgement.blocking[i], answer.blocking[i].family) << number;
    for (const char each : answer.closed) closed += each;
    if (answer.blocking.empty()) continue;  // none has fewer than none
    ++blocked;
    const auto all = enumerate(*market, answer.closed, 20'000);
    if (!all) continue;
    ASSERT_EQ(answer.least_blocking, all->fewest_blocking) << number;
    bool leasts = false;
    for (const Unit& unit : market->units) leasts = leasts || unit.least > 1;
    if (!leasts) {
      ASSERT_EQ(answer.blocking.size(), static_cast<std::size_t>(all->fewest_blocking)) << number;
    }
  }
  EXPECT_GT(blocked, 0) << "no problem without a stable answer was made";
  EXPECT_GT(closed, 0) << "no group was closed";
}

TEST(MatchingBruteForce, EveryFamilyHasTheBestItHasInAnyStableAnswerWhereNoOptionsHangTogether) {
  SeededRandom random(21);
  Mixture mixture;
  mixture.siblings = mixture.sessions = mixture.least = false;
  for (int number = 0; number < problems(1'500) / 3; ++number) {
    const Problem problem = random_problem(random, mixture);
    const auto market = make_market(problem);
    if (!market) continue;
    const Answer answer = solve(*market, {});
    ASSERT_TRUE(answer.truthful);
    ASSERT_TRUE(answer.blocking.empty());
    const auto all = enumerate(*market, answer.closed, 20'000);
    if (!all) continue;
    ASSERT_FALSE(all->without_blocking.empty());
    for (const auto& other : all->without_blocking)
      for (std::size_t family = 0; family < other.size(); ++family) ASSERT_LE(answer.option_of[family], other[family]) << number;
  }
}

TEST(MatchingBruteForce, NobodyGainsByOtherWishesWhereTheAnswerSaysSo) {
  SeededRandom random(22);
  Mixture mixture;
  mixture.siblings = mixture.sessions = mixture.least = false;
  for (int number = 0; number < problems(1'500) / 5; ++number) {
    const Problem problem = random_problem(random, mixture);
    const auto market = make_market(problem);
    if (!market) continue;
    const Answer answer = solve(*market, {});
    for (std::size_t family = 0; family < problem.families.size(); ++family) {
      const auto& options = market->options[family];
      // Every order of every part of its wishes.
      std::vector<Option> wishes = problem.families[family].wishes;
      std::sort(wishes.begin(), wishes.end());
      do {
        for (std::size_t length = 1; length <= wishes.size(); ++length) {
          Problem lied = problem;
          lied.families[family].wishes.assign(wishes.begin(), wishes.begin() + static_cast<std::ptrdiff_t>(length));
          const auto changed = make_market(lied);
          ASSERT_TRUE(changed.has_value());
          const Answer other = solve(*changed, {});
          const auto& had = changed->options[family];
          const auto has = static_cast<std::size_t>(other.option_of[family]);
          if (has == had.size()) continue;
          ASSERT_GE(std::find(options.begin(), options.end(), had[has]) - options.begin(), answer.option_of[family]) << number;
        }
      } while (std::next_permutation(wishes.begin(), wishes.end()));
    }
  }
}

}  // namespace
}  // namespace laoyou::matching
