#include "engines/dispatch/replan.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "engines/dispatch/samples/random_problem.h"
#include "engines/dispatch/samples/small_day.h"
#include "engines/dispatch/solve.h"

namespace laoyou::dispatch {
namespace {

SolveOptions steps(std::int64_t iterations, const Plan* start = nullptr) {
  SolveOptions options;
  options.iterations = iterations;
  options.start = start;
  return options;
}

/// Calls the test with planned days: problem, answer, and a time in the middle of the day.
template <class Test>
void for_days(const Test& test) {
  int days = 0;
  for (std::uint64_t seed = 1; seed <= 120; ++seed) {
    SeededRandom random(seed);
    const Problem problem = random_problem(random, 12, 4);
    const auto answer = solve(problem, steps(150));
    if (!answer) continue;
    ++days;
    test(problem, *answer, 3600 * 11);
  }
  EXPECT_GT(days, 30);
}

TEST(Replan, WhatHasBegunStaysAsItWas) {
  for_days([](const Problem& problem, const Answer& answer, Seconds now_s) {
    Events events;
    events.now_s = now_s;
    events.travel_percent = 150;
    const auto day = after_events(problem, answer.plan, events);
    ASSERT_TRUE(day);
    const auto next = solve(day->problem, steps(50, &day->start));
    ASSERT_TRUE(next);
    for (std::size_t s = 0; s < problem.shifts.size(); ++s) {
      const auto& before = answer.judgement.routes[s].stops;
      const auto& after = next->judgement.routes[s].stops;
      for (std::size_t i = 0; i < before.size() && before[i].start_s <= now_s; ++i) {
        ASSERT_LT(i, after.size());
        EXPECT_EQ(after[i].visit, before[i].visit);
        EXPECT_EQ(after[i].start_s, before[i].start_s);
      }
    }
  });
}

TEST(Replan, NothingNewBeginsInThePast) {
  for_days([](const Problem& problem, const Answer& answer, Seconds now_s) {
    Events events;
    events.now_s = now_s;
    const auto day = after_events(problem, answer.plan, events);
    ASSERT_TRUE(day);
    const auto next = solve(day->problem, steps(50, &day->start));
    ASSERT_TRUE(next);
    for (std::size_t s = 0; s < day->problem.shifts.size(); ++s) {
      const auto& stops = next->judgement.routes[s].stops;
      for (std::size_t i = day->problem.shifts[s].locked.size(); i < stops.size(); ++i) EXPECT_GE(stops[i].start_s, now_s);
    }
  });
}

TEST(Replan, ACarerWhoIsIllBeginsNothingMore) {
  for_days([](const Problem& problem, const Answer& answer, Seconds now_s) {
    Events events;
    events.now_s = now_s;
    events.ill_carers = {0};
    const auto day = after_events(problem, answer.plan, events);
    ASSERT_TRUE(day);
    const auto next = solve(day->problem, steps(50, &day->start));
    ASSERT_TRUE(next);
    for (std::size_t s = 0; s < day->problem.shifts.size(); ++s)
      if (day->problem.shifts[s].carer == 0) {
        EXPECT_EQ(next->plan.routes[s], day->problem.shifts[s].locked);
      }
  });
}

TEST(Replan, WithoutEventsNoPromiseIsBroken) {
  for_days([](const Problem& problem, const Answer& answer, Seconds now_s) {
    const bool promised_before = std::any_of(problem.visits.begin(), problem.visits.end(), [](const Visit& visit) { return visit.promise.has_value(); });
    if (promised_before) return;
    Events events;
    events.now_s = now_s;
    const auto day = after_events(problem, answer.plan, events);
    ASSERT_TRUE(day);
    // The published plan itself breaks none, whatever a search might trade.
    EXPECT_TRUE(broken_promises(day->problem, check(day->problem, day->published)).empty());
  });
}

TEST(Replan, ACancelledVisitIsGoneAndAnAddedOneIsThere) {
  for_days([](const Problem& problem, const Answer& answer, Seconds now_s) {
    Events events;
    events.now_s = now_s;
    events.cancelled_visits = {0};
    Visit urgent = problem.visits[0];
    urgent.id = "urgent";
    urgent.windows = {{now_s, now_s + 7200}};
    urgent.pinned_start_s.reset();
    urgent.promise.reset();
    events.added_visits = {urgent};
    const auto day = after_events(problem, answer.plan, events);
    ASSERT_TRUE(day);
    EXPECT_EQ(day->problem.visits.back().id, "urgent");
    const auto next = solve(day->problem, steps(50, &day->start));
    ASSERT_TRUE(next);
    EXPECT_TRUE(next->judgement.valid());
  });
}

TEST(Replan, RefusesAPlanThatBreaksRules) {
  SeededRandom random(1);
  Problem problem = random_problem(random, 3, 1);
  Plan plan{{{0, 0}}};
  plan.routes.resize(problem.shifts.size());
  const auto day = after_events(problem, plan, {});
  ASSERT_FALSE(day);
  EXPECT_EQ(day.error().front().code, "dispatch.replan.invalid_plan");
  EXPECT_EQ(day.error().at(1).code, "dispatch.check.twice");
}

/// A morning and an afternoon of one carer with a visit each.
Problem day_in_two_parts() {
  Problem day = small_day(3, 2);
  day.shifts[1].carer = 0;
  day.shifts[0].ends_s = day.shifts[1].begins_s = 12 * 3600;
  day.visits[1].windows = day.visits[2].windows = {{12 * 3600, 13 * 3600}};
  for (Visit& visit : day.visits) visit.lateness_limit_s = 4 * 3600;
  return day;
}

TEST(Replan, AVisitLengthenedIntoTheNextShiftPutsThatOneOff) {
  const Problem day = day_in_two_parts();
  Events events;
  events.now_s = 9 * 3600 + 60;
  events.lengthened_visits = {{0, 5 * 3600}};
  const auto rest = after_events(day, Plan{{{0}, {1, 2}}}, events);
  ASSERT_TRUE(rest);
  const auto answer = solve(rest->problem, steps(50, &rest->start));
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->plan.routes[0], std::vector<int>{0});
  ASSERT_FALSE(answer->plan.routes[1].empty());
  EXPECT_GE(answer->judgement.routes[1].leaves_s, answer->judgement.routes[0].ends_s);
}

TEST(Replan, SlowRoadsDoNotMakeTheWaysOfTheMorningLonger) {
  Problem day = day_in_two_parts();
  day.visits[0].windows = {{11 * 3600, 11 * 3600}};
  day.visits[0].length_s = 2600;  // home at noon
  Events events;
  events.now_s = 13 * 3600;
  events.travel_percent = 300;
  const auto rest = after_events(day, Plan{{{0}, {1, 2}}}, events);
  ASSERT_TRUE(rest);
  EXPECT_TRUE(solve(rest->problem, steps(20, &rest->start)));
}

TEST(Replan, WhatWasLockedButHasNotBegunIsLateWhenTheRoadsAreSlow) {
  Problem day = small_day(2, 1);
  day.shifts[0].locked = {0, 1};
  Events events;
  events.now_s = 9 * 3600;
  events.travel_percent = 400;
  const auto rest = after_events(day, Plan{{{0, 1}}}, events);
  ASSERT_TRUE(rest);
  const Judgement judgement = check(rest->problem, rest->start);
  EXPECT_TRUE(judgement.valid());
  EXPECT_EQ(judgement.routes[0].stops[0].start_s, 9 * 3600);
  EXPECT_EQ(judgement.routes[0].stops[1].start_s, 9 * 3600 + 1800 + 4000);
  EXPECT_EQ(judgement.routes[0].stops[1].arrival_s, judgement.routes[0].stops[1].start_s);
}

TEST(Replan, NamesEveryEventThatMakesNoSenseAtItsPlace) {
  Events events;
  events.ill_carers = {0, 9};
  events.lengthened_visits = {{0, -1}};
  events.travel_percent = 0;
  const auto rest = after_events(small_day(1, 1), Plan{{{0}}}, events);
  ASSERT_FALSE(rest);
  std::vector<std::string> places;
  for (const Refusal& refusal : rest.error()) places.push_back(refusal.place);
  EXPECT_EQ(places, (std::vector<std::string>{"/ill_carers/1", "/lengthened_visits/0/length_s", "/travel_percent"}));
}

}  // namespace
}  // namespace laoyou::dispatch
