#include "engines/roster/check.h"

#include <gtest/gtest.h>

#include "engines/roster/two_weeks.h"

namespace laoyou::roster {
namespace {

/// The row of one carer written in letters: e early, l late, - off.
std::vector<int> row(const std::string& letters) {
  std::vector<int> days;
  for (char letter : letters) days.push_back(letter == 'e' ? 0 : letter == 'l' ? 1 : k_off);
  return days;
}

/// Rules that one carer's row breaks, with the days.
std::vector<std::pair<Rule, int>> broken(const Problem& all, const std::string& letters) {
  Problem problem = all;
  problem.carers.resize(1);
  problem.days = static_cast<int>(letters.size());
  problem.covers.clear();
  std::vector<std::pair<Rule, int>> rules;
  for (const Broken& one : check(problem, {{row(letters)}}).broken) rules.emplace_back(one.rule, one.day);
  return rules;
}

using Rules = std::vector<std::pair<Rule, int>>;

TEST(DutyCheck, FindsEachRuleThatARowBreaks) {
  Problem problem = two_weeks();
  Carer& carer = problem.carers[0];
  EXPECT_EQ(broken(problem, "eeeee--eeell--"), Rules{});
  EXPECT_EQ(broken(problem, "ee-ee--eeell--"), (Rules{{Rule::least_off_in_a_row, 2}}));
  EXPECT_EQ(broken(problem, "eeeeee-"), (Rules{{Rule::most_in_a_row, 0}}));
  EXPECT_EQ(broken(problem, "le-----"), (Rules{{Rule::succession, 1}}));
  EXPECT_EQ(broken(problem, "----ee-----ee-"), (Rules{{Rule::most_weekends, 12}}));
  carer.most_of_kind = {2, 0};
  EXPECT_EQ(broken(problem, "eee--l-"), (Rules{{Rule::most_of_kind, 0}, {Rule::unable, 5}}));
  carer = two_weeks().carers[0];
  carer.least_in_a_row = 2;
  EXPECT_EQ(broken(problem, "e--e--e"), (Rules{{Rule::least_in_a_row, 3}})) << "what reaches over the edges may be longer";
  carer = two_weeks().carers[0];
  carer.most_s = 8 * 3600;
  carer.least_week_s = 9 * 3600;
  EXPECT_EQ(broken(problem, "ee-----e"), (Rules{{Rule::most_time, 0}}));
  EXPECT_EQ(broken(problem, "e------"), (Rules{{Rule::least_week_time, 0}}));
  carer = two_weeks().carers[0];
  carer.days_off = {1};
  carer.pattern = {0, k_free, k_off};
  EXPECT_EQ(broken(problem, "ee-ee-"), (Rules{{Rule::day_off, 1}, {Rule::least_off_in_a_row, 2}}));
  EXPECT_EQ(broken(problem, "--eee-"), (Rules{{Rule::pattern, 0}, {Rule::pattern, 2}}));
  carer = two_weeks().carers[0];
  problem.fixed = {{0, 2, k_off}};
  EXPECT_EQ(broken(problem, "eee----"), (Rules{{Rule::fixed, 2}}));
}

TEST(DutyCheck, WhatWasBeforeThePlanCountsInItsFirstDays) {
  Problem problem = two_weeks();
  Carer& carer = problem.carers[0];
  carer.before = row("-eeel");
  EXPECT_EQ(broken(problem, "l--e---"), Rules{});
  EXPECT_EQ(broken(problem, "ll--e--"), (Rules{{Rule::most_in_a_row, 0}}));
  EXPECT_EQ(broken(problem, "e------"), (Rules{{Rule::succession, 0}}));
  carer.before = row("ee-");
  EXPECT_EQ(broken(problem, "ee-----"), (Rules{{Rule::least_off_in_a_row, 0}})) << "the day off before was one too few";
  carer.before = row("-");
  EXPECT_EQ(broken(problem, "ee-----"), Rules{}) << "nobody knows how long she had been off";
}

TEST(DutyCheck, TheRestBetweenTwoDaysIsOfTheLastAndTheFirstPart) {
  Problem problem = two_weeks();
  problem.kinds[1].not_before.clear();
  problem.kinds[0].parts = {{7 * 3600, 10 * 3600}, {17 * 3600, 22 * 3600}};  // a day in two parts
  problem.least_rest_s = 9 * 3600;
  EXPECT_EQ(broken(problem, "ee-----"), Rules{});
  problem.least_rest_s += 1;
  EXPECT_EQ(broken(problem, "ee-----"), (Rules{{Rule::succession, 1}}));
  EXPECT_EQ(broken(problem, "el-----"), Rules{});
}

TEST(DutyCheck, CountsWhatIsMissingWhatIsTooMuchAndWhatWasWished) {
  Problem problem = two_weeks();
  problem.days = 2;
  problem.carers.resize(2);
  problem.covers = {{0, 0, 2, 100, 1}, {1, 0, 0, 100, 7}};
  problem.requests = {{0, 0, 1, true, 3}, {1, 1, 0, false, 5}, {1, 0, 0, true, 9}};
  const Judgement judgement = check(problem, {{row("-e"), row("ee")}});
  EXPECT_EQ(judgement.under, 100);
  EXPECT_EQ(judgement.over, 14);
  EXPECT_EQ(judgement.requests, 8);
}

}  // namespace
}  // namespace laoyou::roster
