#include "engines/dispatch/solve.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "engines/dispatch/samples/brute_force.h"
#include "engines/dispatch/samples/random_problem.h"
#include "engines/dispatch/samples/small_day.h"
#include "engines/dispatch/samples/tangled_problem.h"

namespace laoyou::dispatch {
namespace {

SolveOptions steps(std::int64_t iterations) {
  SolveOptions options;
  options.iterations = iterations;
  return options;
}

TEST(Solve, EqualsBruteForceOnTinyProblemsWithAllFeaturesMixed) {
  int compared = 0;
  for (std::uint64_t seed = 1; seed <= 600; ++seed) {
    SeededRandom random(seed);
    const Problem problem = random_problem(random, 4, 2);
    if (!find_contradictions(problem).empty()) continue;
    const auto answer = solve(problem, steps(2000));
    const auto best = best_plan(problem);
    ASSERT_TRUE(answer && best) << "seed " << seed;
    ASSERT_EQ(answer->levels, problem.objective.values(check(problem, *best).terms)) << "seed " << seed;
    ++compared;
  }
  EXPECT_GT(compared, 400);
}

/// What brute force once found and the search did not: places reached only over the break's, visits linked to a locked one, promises that outweigh
/// what a route costs.
TEST(Solve, EqualsBruteForceWhereItOnceDidNot) {
  for (std::uint64_t seed : {18638U, 34721U, 35717U, 73230U, 74369U, 79839U, 91360U, 99281U, 107455U, 108981U, 115744U}) {
    SeededRandom random(seed);
    const Problem problem = random_problem(random, 4, 2);
    const auto answer = solve(problem, steps(2500));
    const auto best = best_plan(problem);
    ASSERT_TRUE(answer && best) << "seed " << seed;
    EXPECT_EQ(answer->levels, problem.objective.values(check(problem, *best).terms)) << "seed " << seed;
  }
}

TEST(Solve, EqualsBruteForceOnDaysInPartsWithLockedAndBegunStops) {
  int compared = 0;
  for (std::uint64_t seed = 1; seed <= 700; ++seed) {
    SeededRandom random(seed);
    const Problem problem = tangled_problem(random, 4, 2);
    const auto answer = solve(problem, steps(2000));
    if (!answer) continue;
    const auto best = best_plan(problem);
    ASSERT_TRUE(best) << "seed " << seed;
    ASSERT_EQ(answer->levels, problem.objective.values(check(problem, *best).terms)) << "seed " << seed;
    ++compared;
  }
  EXPECT_GT(compared, 250);
}

/// Of each carer what a plan says she does, in order of time: never two things at once, and no start before the stop ahead is over.
TEST(Solve, NoCarerIsInTwoPlacesAtOnceAndNoTimeRunsBackwards) {
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    SeededRandom random(seed);
    const Problem problem = tangled_problem(random, 12, 4);
    const auto answer = solve(problem, steps(100));
    if (!answer) continue;
    std::map<int, std::vector<std::pair<Seconds, Seconds>>> doings;
    for (std::size_t s = 0; s < problem.shifts.size(); ++s)
      for (const TimedStop& stop : answer->judgement.routes[s].stops) {
        const Seconds length_s = stop.visit == k_break ? problem.shifts[s].rest->length_s : problem.visits[static_cast<std::size_t>(stop.visit)].length_s;
        doings[problem.shifts[s].carer].emplace_back(stop.start_s, stop.start_s + length_s);
      }
    for (auto& [carer, own] : doings) {
      std::sort(own.begin(), own.end());
      for (std::size_t i = 1; i < own.size(); ++i) ASSERT_GE(own[i].first, own[i - 1].second) << "seed " << seed << " carer " << carer;
    }
  }
}

TEST(Solve, OvertimeEndsWhereTheCarersNextShiftBegins) {
  Problem day = small_day(1, 2);
  day.shifts[1].carer = 0;
  day.shifts[0].ends_s = 10 * 3600;
  day.shifts[0].overtime_limit_s = 6 * 3600;
  day.shifts[1].begins_s = 11 * 3600;
  day.visits[0].length_s = 2 * 3600;
  EXPECT_EQ(solve(day, steps(50))->plan.routes[0].size(), 0U);  // from nine to eleven, and then home: she is wanted elsewhere
  day.shifts[1].begins_s = 12 * 3600;
  day.shifts[1].ends_s = 13 * 3600;
  EXPECT_EQ(solve(day, steps(50))->plan.routes[0].size(), 1U);
}

TEST(Solve, NobodyGoesWhereThereIsNoWay) {
  Problem day = small_day(2, 1);
  const auto no_way = static_cast<std::int32_t>(k_unreachable_s);
  day.modes[0] = {"bus", {0, no_way, 60, no_way, 0, no_way, 60, no_way, 0}, 0};
  day.shifts[0].begins_s = -9'000'000'000'000;  // however long she has
  day.shifts[0].ends_s = 9'000'000'000'000;
  const auto answer = solve(day, steps(50));
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->judgement.unserved, std::vector<int>{0});
  ASSERT_EQ(answer->unservable.size(), 1U);
  EXPECT_EQ(answer->unservable[0].reason.code, "dispatch.nobody.unreachable");
}

TEST(Solve, PutsEveryVisitInARouteOrInTheUnservedList) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    SeededRandom random(seed);
    const Problem problem = random_problem(random, 25, 6);
    const auto answer = solve(problem, steps(200));
    if (!answer) continue;
    std::size_t listed = answer->judgement.unserved.size();
    for (const auto& route : answer->plan.routes) listed += static_cast<std::size_t>(std::count_if(route.begin(), route.end(), [](int stop) { return stop != k_break; }));
    EXPECT_EQ(listed, problem.visits.size());
    EXPECT_TRUE(check(problem, answer->plan).valid());
  }
}

TEST(Solve, TakesItsOwnPlanBackAndNeverWorsensIt) {
  for (std::uint64_t seed = 100; seed < 200; ++seed) {
    SeededRandom random(seed);
    const Problem problem = random_problem(random, 20, 5);
    const auto first = solve(problem, steps(300));
    if (!first) continue;
    SolveOptions again = steps(0);
    again.start = &first->plan;
    const auto second = solve(problem, again);
    ASSERT_TRUE(second);
    EXPECT_LE(second->levels, first->levels) << "seed " << seed;
    if (first->judgement.unserved.empty()) {
      EXPECT_EQ(second->plan.routes, first->plan.routes) << "seed " << seed;
    }
  }
}

/// The way to the first visit is 19 minutes straight and none over the second place, and the limit on work allows only that one.
Problem day_over_the_second_place() {
  Problem day = small_day(2, 1);
  day.shifts[0].end_place = k_none;
  day.modes[0] = {"bus", {0, 1140, 0, 0, 0, 0, 0, 0, 0}, 0};
  day.shifts[0].most_work_s = 2100;
  return day;
}

TEST(Solve, ABreakOnTheShorterWayIsKeptThoughTheVisitIsLateForIt) {
  Problem day = day_over_the_second_place();
  day.visits.pop_back();
  day.visits[0].lateness_limit_s = 7200;
  day.shifts[0].rest = Break{12 * 3600, 13 * 3600, 600, 2};
  const auto answer = solve(day, steps(500));
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->plan.routes[0], (std::vector<int>{k_break, 0}));
}

TEST(Solve, APlanToStartFromWhoseRestIsMoreWorkThanAllowedIsMended) {
  Problem day = day_over_the_second_place();
  day.visits[1].length_s = 300;
  day.visits.push_back(day.visits[1]);
  day.visits[2].id = "v2";
  day.links = {{1, 2, 0, 0, true}};  // nobody makes the other one: the first must leave with it
  const Plan start{{{1, 0}}};
  SolveOptions options = steps(0);
  options.start = &start;
  const auto answer = solve(day, options);
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->judgement.unserved.size(), 3U);
}

void expect_second_visit_behind_the_locked_one(const Problem& day) {
  const auto answer = solve(day, steps(50));
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->plan.routes[0], (std::vector<int>{0, 1}));
  EXPECT_TRUE(answer->unservable.empty());
}

TEST(Solve, AStopWithinTheHoursOfALockedBeginningThatRunsOverIsMade) {
  Problem day = small_day(2, 1);
  day.modes[0] = {"bus", {0, 0, 0, 3600, 0, 0, 600, 0, 0}, 0};  // home from the first visit in an hour, over the second one in ten minutes
  day.shifts[0].ends_s = 10 * 3600;
  day.shifts[0].locked = {0};
  day.visits[1].length_s = 600;
  day.visits[1].windows = {{10 * 3600 - 300, 12 * 3600}};
  expect_second_visit_behind_the_locked_one(day);
}

TEST(Solve, BehindAStopBegunSoonerThanTravelSaysTheNextIsMadeInItsWindow) {
  Problem day = small_day(2, 1);
  day.shifts[0].locked = {0};
  day.visits[0].pinned_start_s = 8 * 3600;
  day.visits[0].length_s = 600;
  day.visits[1].place = day.visits[0].place;
  day.visits[1].windows = {{8 * 3600, 8 * 3600 + 900}};  // from the depot it is 1,000 seconds
  expect_second_visit_behind_the_locked_one(day);
}

/// The rest fits only between the first two visits, and is due only once the third one has put the second one off.
TEST(Solve, LinkedVisitsAreTriedInEveryOrder) {
  Problem day = small_day(3, 2);
  const Seconds together_s = 11 * 3600 + 600;
  day.visits[1].place = day.visits[0].place;
  day.visits[0].pinned_carer = day.visits[1].pinned_carer = 0;
  day.visits[2].pinned_carer = 1;
  day.visits[1].windows = {{9 * 3600, together_s}};
  day.visits[2].windows = {{together_s, together_s}};
  day.links = {{1, 2, 0, 0, true}, {0, 2, 0, 4 * 3600, true}};
  day.shifts[0].rest = Break{10 * 3600, 11 * 3600, 3600};
  const auto answer = solve(day, steps(100));
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->plan.routes[0], (std::vector<int>{0, k_break, 1}));
}

TEST(Solve, GivesTheSameAnswerForEveryNumberOfThreads) {
  SeededRandom random(5);
  Problem problem = random_problem(random, 20, 5);
  for (std::uint64_t seed = 6; !find_contradictions(problem).empty(); ++seed) {
    SeededRandom other(seed);
    problem = random_problem(other, 20, 5);
  }
  SolveOptions options = steps(400);
  options.searches = 3;
  const auto alone = solve(problem, options);
  options.threads = 3;
  const auto together = solve(problem, options);
  ASSERT_TRUE(alone && together);
  EXPECT_EQ(alone->plan.routes, together->plan.routes);
}

TEST(Solve, StopsWhenTheTimeAllowedIsUsed) {
  SeededRandom random(11);
  const Problem problem = random_problem(random, 4, 2);
  SolveOptions options = steps(1'000'000'000);
  int asked = 0;
  options.elapsed_share = [&asked] { return ++asked > 50 ? 1.0 : 0.5; };
  const auto answer = solve(problem, options);
  if (answer) {
    EXPECT_LE(answer->iterations, 50);
  }
}

}  // namespace
}  // namespace laoyou::dispatch
