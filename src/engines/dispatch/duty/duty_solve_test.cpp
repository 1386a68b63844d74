#include "engines/dispatch/duty/duty_solve.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "base/random.h"
#include "engines/dispatch/duty/nrp_series.h"
#include "engines/dispatch/duty/two_weeks.h"

namespace laoyou::dispatch::duty {
namespace {

/// One or two carers over a few days, with every rule now and then; it may hold contradictions.
class RandomRoster {
 public:
  explicit RandomRoster(std::uint64_t seed) : random_(seed) {}

  Problem make() {
    problem_.days = 3 + number(4);
    problem_.first_weekday = 1 + number(7);
    problem_.kinds = {{"early", {{6 * 3600, 14 * 3600}}, 8 * 3600, {}}, {"late", {{13 * 3600, 21 * 3600}}, 8 * 3600 - 1800 * number(3), {}}};
    if (chance(50)) problem_.kinds[1].not_before = {0};
    if (chance(30)) problem_.least_rest_s = 3600 * number(14);
    for (int carers = 1 + number(2); carers > 0; --carers) add_carer();
    for (int requests = number(5); requests > 0; --requests) problem_.requests.push_back({carer(), day(), number(2), chance(50), 1 + number(3)});
    for (int d = 0; d < problem_.days; ++d)
      for (int kind = 0; kind < 2; ++kind)
        if (chance(70)) problem_.covers.push_back({d, kind, number(3), 1 + number(20), number(3)});
    if (chance(20)) problem_.fixed.push_back({carer(), day(), number(3) - 1});
    return std::move(problem_);
  }

 private:
  int number(int below) { return static_cast<int>(random_.below(static_cast<std::uint64_t>(below))); }
  bool chance(int percent) { return number(100) < percent; }
  int day() { return number(problem_.days); }
  int carer() { return number(static_cast<int>(problem_.carers.size())); }

  void add_carer() {
    Carer one;
    one.id = "c" + std::to_string(problem_.carers.size());
    one.most_of_kind = {chance(20) ? number(3) : k_unlimited, chance(20) ? number(3) : k_unlimited};
    if (chance(40)) one.most_s = 3600 * (8 + number(40));
    if (chance(30)) one.least_s = 3600 * number(24);
    if (chance(30)) one.most_week_s = 3600 * (8 + number(24));
    if (chance(20)) one.least_week_s = 3600 * number(16);
    if (chance(40)) one.most_in_a_row = 1 + number(4);
    if (chance(40)) one.least_in_a_row = 1 + number(3);
    if (chance(40)) one.least_off_in_a_row = 1 + number(3);
    if (chance(30)) one.most_weekends = number(2);
    if (chance(30)) one.days_off.push_back(day());
    for (int known = chance(50) ? number(4) : 0; known > 0; --known) one.before.push_back(number(3) - 1);
    if (chance(20)) {
      for (int length = 2 + number(4); length > 0; --length) one.pattern.push_back(number(4) - 2);
      one.pattern_start = number(static_cast<int>(one.pattern.size()));
    }
    problem_.carers.push_back(std::move(one));
  }

  SeededRandom random_;
  Problem problem_;
};

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
    options.steps = 30'000;
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
    }
    ++(best ? compared : impossible);
  }
  EXPECT_GT(compared, 60);
  EXPECT_GT(impossible, 5);
}

TEST(DutyRoster, SearchAndJudgeAgreeOnEveryRosterOfRandomProblems) {
  for (std::uint64_t seed = 1000; seed < 1600; ++seed) {
    SolveOptions options;
    options.steps = 300;
    (void)solve(RandomRoster(seed).make(), options);  // throws where they differ
  }
}

TEST(DutyRoster, TheSameSeedAndStepsGiveTheSameRoster) {
  const Problem problem = two_weeks();
  SolveOptions options;
  options.steps = 20'000;
  EXPECT_EQ(solve(problem, options)->plan.days, solve(problem, options)->plan.days);
}

TEST(DutyRoster, TwoWeeksAreCoveredWithinEveryRule) {
  SolveOptions options;
  options.steps = 300'000;
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

}  // namespace
}  // namespace laoyou::dispatch::duty
