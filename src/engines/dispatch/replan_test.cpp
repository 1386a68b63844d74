#include "engines/dispatch/replan.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "engines/dispatch/samples/random_problem.h"
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
        if (before[i].visit != k_break) {
          EXPECT_EQ(after[i].start_s, before[i].start_s);
        }
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
  EXPECT_EQ(day.error().code, "dispatch.replan.invalid_plan");
}

}  // namespace
}  // namespace laoyou::dispatch
