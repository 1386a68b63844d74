#include "engines/roster/reasons.h"

#include <gtest/gtest.h>

#include "engines/roster/random_roster.h"
#include "engines/roster/solve.h"
#include "engines/roster/two_weeks.h"

namespace laoyou::roster {
namespace {

/// Whether any row of the carer that keeps all rules has the kind on the day, by trying every row.
bool some_row_has(const Problem& problem, int carer, int day, int kind) {
  std::vector<int> row(static_cast<std::size_t>(problem.days), k_off);
  for (;;) {
    if (row[static_cast<std::size_t>(day)] == kind && check_row(problem, carer, row).empty()) return true;
    std::size_t at = 0;
    while (at < row.size() && row[at] == static_cast<int>(problem.kinds.size()) - 1) row[at++] = k_off;
    if (at == row.size()) return false;
    ++row[at];
  }
}

void expect_proved(const Problem& problem, const Plan& plan, const Missing& missing, const Against& against) {
  const Cover& cover = problem.covers[missing.cover];
  Plan with = plan;
  auto& row = with.days[static_cast<std::size_t>(against.carer)];
  row[static_cast<std::size_t>(cover.day)] = cover.kind;
  if (against.broken) {
    const auto broken = check_row(problem, against.carer, row);
    EXPECT_TRUE(std::any_of(broken.begin(), broken.end(), [&](const Broken& one) { return one.rule == against.broken->rule && one.day == against.broken->day; }));
    EXPECT_EQ(against.never, !some_row_has(problem, against.carer, cover.day, cover.kind));
  } else {
    EXPECT_EQ(check(problem, with).cost() - check(problem, plan).cost(), against.price);
  }
}

TEST(DutyReasons, EachIsProvedByApplyingIt) {
  int proved = 0;
  for (std::uint64_t seed = 1; seed <= 120; ++seed) {
    const Problem problem = RandomRoster(seed).make();
    SolveOptions options;
    options.steps = 2;
    const auto answer = solve(problem, options);
    if (!answer) continue;
    for (const Missing& missing : find_missing(problem, answer->plan))
      for (const Against& against : missing.against) {
        SCOPED_TRACE(seed);
        expect_proved(problem, answer->plan, missing, against);
        ++proved;
      }
  }
  EXPECT_GT(proved, 150);
}

TEST(DutyReasons, NameTheRuleThatBarsEachCarer) {
  Problem problem = two_weeks();
  problem.carers.resize(2);
  problem.covers = {{2, 0, 2, 100, 1, k_none}};
  problem.carers[0].days_off = {2};
  Plan plan;
  plan.days.assign(2, std::vector<int>(14, k_off));
  plan.days[1][1] = 1;  // late the day before
  const auto missing = find_missing(problem, plan);
  ASSERT_EQ(missing.size(), 1U);
  ASSERT_EQ(missing[0].against.size(), 2U);
  EXPECT_EQ(missing[0].against[0].broken->rule, Rule::day_off);
  EXPECT_TRUE(missing[0].against[0].never);
  EXPECT_EQ(missing[0].against[1].broken->rule, Rule::succession);
  EXPECT_FALSE(missing[0].against[1].never);
}

}  // namespace
}  // namespace laoyou::roster
