#include "engines/roster/solve.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "engines/roster/nrp_series.h"
#include "engines/roster/random_roster.h"
#include "engines/roster/two_weeks.h"

namespace laoyou::roster {
namespace {

/// Every roster there is, counted up like the digits of a number.
template <class Take>
void for_all_plans(const Problem& problem, const Take& take) {
  Plan plan;
  plan.days.assign(problem.carers.size(), std::vector<int>(static_cast<std::size_t>(problem.days), k_off));
  const int last = static_cast<int>(problem.kinds.size()) - 1;
  for (;;) {
    take(plan);
    std::size_t cell = 0;
    const auto days = static_cast<std::size_t>(problem.days);
    for (; cell < problem.carers.size() * days; ++cell) {
      int& kind = plan.days[cell / days][cell % days];
      if (kind < last) {
        ++kind;
        break;
      }
      kind = k_off;
    }
    if (cell == problem.carers.size() * days) return;
  }
}

TEST(DutyRoster, EqualsTheBestOfAllRostersOfTinyProblems) {
  int compared = 0, impossible = 0;
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    const Problem problem = RandomRoster(seed).make();
    if (problem.carers.size() * static_cast<std::size_t>(problem.days) > 8) continue;
    SolveOptions options;
    options.steps = 60;
    const auto answer = solve(problem, options);
    if (!answer) continue;
    std::optional<std::int64_t> best;
    for_all_plans(problem, [&](const Plan& plan) {
      const Judgement judgement = check(problem, plan);
      if (judgement.valid() && (!best || judgement.cost() < *best)) best = judgement.cost();
    });
    ASSERT_EQ(answer->judgement.valid(), best.has_value()) << "seed " << seed;
    if (best) {
      EXPECT_EQ(answer->judgement.cost(), *best) << "seed " << seed;
      EXPECT_LE(answer->bound.value_or(0), *best) << "seed " << seed;
    }
    ++(best ? compared : impossible);
  }
  EXPECT_GT(compared, 60);
  EXPECT_GT(impossible, 5);
}

TEST(DutyRoster, SearchAndJudgeAgreeOnEveryRosterOfRandomProblems) {
  for (std::uint64_t seed = 1000; seed < 1600; ++seed) {
    SolveOptions options;
    options.steps = 3;
    (void)solve(RandomRoster(seed).make(), options);  // throws where they differ
  }
}

TEST(DutyRoster, TheSameSeedAndStepsGiveTheSameRoster) {
  const Problem problem = two_weeks();
  SolveOptions options;
  options.steps = 40;
  EXPECT_EQ(solve(problem, options)->plan.days, solve(problem, options)->plan.days);
}

TEST(DutyRoster, TheNumberOfThreadsChangesNothing) {
  Problem problem = two_weeks();
  problem.carers.resize(3);  // too few: there is something to search for
  SolveOptions options;
  options.steps = 24;
  const Plan alone = solve(problem, options)->plan;
  options.threads = 3;
  EXPECT_EQ(solve(problem, options)->plan.days, alone.days);
}

TEST(DutyRoster, TwoWeeksAreCoveredWithinEveryRule) {
  SolveOptions options;
  options.steps = 60;
  const auto answer = solve(two_weeks(), options);
  ASSERT_TRUE(answer);
  EXPECT_TRUE(answer->judgement.valid());
  EXPECT_EQ(answer->judgement.cost(), 0);
}

std::string codes(const Problem& problem) {
  std::string text;
  for (const Refusal& refusal : find_contradictions(problem)) text += refusal.code + " " + refusal.place + "\n";
  return text;
}

TEST(DutyRoster, WhatContradictsItselfIsNamedAtItsPlace) {
  Problem problem = two_weeks();
  problem.carers[1].least_s = 15 * 8 * 3600;
  EXPECT_EQ(codes(problem), "dispatch.duty.most_below_least /carers/1/least_s\n");
  problem.carers[1].most_s.reset();
  EXPECT_EQ(codes(problem), "dispatch.duty.least_unreachable /carers/1/least_s\n");
  problem = two_weeks();
  problem.carers[0].days_off = {3};
  problem.fixed = {{0, 3, 0}};
  EXPECT_EQ(codes(problem), "dispatch.duty.no_choice /carers/0\n");
  problem = two_weeks();
  problem.covers.push_back(problem.covers[0]);
  problem.requests.push_back({9, 99, 0, true, 1});
  EXPECT_EQ(codes(problem), "dispatch.duty.out_of_range /requests/0/carer\ndispatch.duty.out_of_range /requests/0/day\ndispatch.duty.cover_twice /covers/" + std::to_string(problem.covers.size() - 1) + "\n");
}

TEST(Nrp, ReadsAnInstanceAndNamesTheLineThatIsNone) {
  const std::string text = "SECTION_HORIZON\r\n7\r\n# a comment\r\nSECTION_SHIFTS\r\nE,480,\r\nL,450,E\r\nSECTION_STAFF\r\nA,E=7|L=2,2400,960,5,2,2,1\r\nSECTION_DAYS_OFF\r\nA,3\r\n"
                           "SECTION_SHIFT_ON_REQUESTS\r\nA,0,E,2\r\nSECTION_SHIFT_OFF_REQUESTS\r\nA,1,L,3\r\nSECTION_COVER\r\n0,E,1,100,1\r\n";
  std::istringstream in(text);
  const auto problem = read_nrp(in);
  ASSERT_TRUE(problem);
  EXPECT_EQ(problem->days, 7);
  EXPECT_EQ(problem->kinds[1].not_before, std::vector<int>{0});
  EXPECT_EQ(problem->carers[0].most_of_kind, (std::vector<int>{7, 2}));
  EXPECT_EQ(problem->carers[0].least_s, 960 * 60);
  EXPECT_FALSE(problem->requests[1].wanted);
  std::istringstream bad(text + "0,X,1,100,1\r\n");
  ASSERT_FALSE(read_nrp(bad));
  std::istringstream again(text + "0,X,1,100,1\r\n");
  EXPECT_EQ(read_nrp(again).error().place, "17");
}

// Found by fuzzing: a carer whose name is no text came out in an answer that nobody could read back.
TEST(Nrp, ANameThatIsNoTextIsRefusedWithItsLine) {
  std::istringstream in("SECTION_HORIZON\n7\nSECTION_SHIFTS\nE,392,\nSECTION_STAFF\nA\x97,E=4,2400,960,5,2,2,1\n");
  const auto read = read_nrp(in);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, "text.not_utf8");
  EXPECT_EQ(read.error().place, "6");
}

}  // namespace
}  // namespace laoyou::roster
