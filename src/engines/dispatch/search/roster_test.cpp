#include "engines/dispatch/search/roster.h"

#include <gtest/gtest.h>

#include "engines/dispatch/check.h"
#include "engines/dispatch/samples/random_problem.h"
#include "engines/dispatch/samples/small_day.h"
#include "engines/dispatch/samples/tangled_problem.h"
#include "engines/dispatch/contradictions.h"

namespace laoyou::dispatch {
namespace {

/// Times and terms of a roster are those that the independent judge finds for the same routes.
void expect_as_judged(const Problem& problem, const Roster& roster, const std::string& where) {
  const Judgement judgement = check(problem, roster.plan());
  for (std::size_t i = 0; i < k_terms; ++i)
    if (roster.ground().counts(static_cast<Term>(i))) {
      EXPECT_EQ(roster.terms()[i], judgement.terms[i]) << where << " " << name_of(static_cast<Term>(i));
    }
  for (const Broken& broken : judgement.broken)
    EXPECT_TRUE(broken.rule != Rule::work_limit && broken.rule != Rule::carer_work_limit && broken.rule != Rule::shift_end) << where << " " << name_of(broken.rule);
  for (const TimedRoute& route : judgement.routes)
    for (const TimedStop& stop : route.stops)
      if (stop.visit != k_break) {
        EXPECT_EQ(roster.start_s(stop.visit), stop.start_s) << where << " visit " << stop.visit;
      }
}

TEST(Roster, AWayRoundThatIsShorterBringsTheStopsBehindForward) {
  Problem day = small_day(2, 1);
  day.shifts[0].end_place = k_none;
  day.shifts[0].begins_s = 9 * 3600;
  day.modes[0] = {"bus", {0, 1140, 0, 0, 0, 0, 0, 0, 0}, 0};  // straight to the first visit: 19 minutes; over the second one: none
  for (Visit& visit : day.visits) visit.length_s = 300, visit.lateness_limit_s = 7200;
  day.visits[0].windows = {{9 * 3600, 9 * 3600 + 600}};
  Ground ground(day);
  Roster roster(ground);
  ASSERT_TRUE(roster.put(0, ground.start_of(0)));
  EXPECT_EQ(at(roster.terms(), Term::lateness), 540);
  ASSERT_TRUE(roster.put(1, ground.start_of(0)));
  EXPECT_EQ(roster.start_s(0), 9 * 3600 + 300);
  EXPECT_EQ(at(roster.terms(), Term::lateness), 0);
}

/// The first visit is reached only over the second one: 19 minutes straight, none over it.
Problem shorter_way_round() {
  Problem day = small_day(2, 1);
  day.shifts[0].end_place = k_none;
  day.modes[0] = {"bus", {0, 1140, 0, 0, 0, 0, 0, 0, 0}, 0};
  return day;
}

void expect_the_way_round_stays(const Problem& day) {
  Ground ground(day);
  Roster roster(ground);
  ASSERT_TRUE(roster.put(1, ground.start_of(0)));
  ASSERT_TRUE(roster.put(0, 1));
  const auto mark = roster.mark();
  roster.take(1);
  EXPECT_FALSE(roster.settle());
  roster.roll_back(mark);
  roster.take(0);
  EXPECT_TRUE(roster.settle());
}

TEST(Roster, AStopOnTheShorterWayRoundIsNotTakenWhereTheRestIsMoreWorkThanAllowed) {
  Problem day = shorter_way_round();
  day.visits[1].length_s = 300;
  day.shifts[0].most_work_s = 1800 + 300;
  expect_the_way_round_stays(day);
  std::swap(day.shifts[0].most_work_s, day.carers[0].most_work_s);
  expect_the_way_round_stays(day);
}

TEST(Roster, AfterEveryPutAndTakeItStandsAsJudged) {
  int compared = 0;
  for (std::uint64_t seed = 1; seed <= 800; ++seed) {
    SeededRandom random(seed);
    const Problem problem = seed % 2 == 0 ? tangled_problem(random, 8, 3) : random_problem(random, 8, 3);
    if (!find_contradictions(problem).empty()) continue;
    Ground ground(problem);
    Roster roster(ground);
    for (int step = 0; step < 40; ++step) {
      const auto mark = roster.mark();
      const int visit = static_cast<int>(random.below(static_cast<std::uint64_t>(ground.visits())));
      bool stands = !ground.locked(visit);
      if (stands && roster.served(visit)) {
        roster.take(visit);
        stands = roster.settle();
      } else if (stands) {
        const int shift = static_cast<int>(random.below(static_cast<std::uint64_t>(ground.shifts())));
        int after = roster.last_fixed(shift);
        for (std::uint64_t hops = random.below(4); hops > 0 && !ground.is_end(roster.next(after)); --hops) after = roster.next(after);
        stands = roster.put(visit, after);
      }
      if (!stands) roster.roll_back(mark);
      roster.refresh_touched_bounds();
      expect_as_judged(problem, roster, "seed " + std::to_string(seed) + " step " + std::to_string(step));
      ++compared;
    }
  }
  EXPECT_GT(compared, 5000);
}

TEST(Roster, AVisitLinkedToALockedOneIsFreeByItself) {
  Problem day = small_day(3, 2);
  day.links = {{0, 1, 0, 7200, false}};
  day.shifts[0].locked = {0};
  Ground ground(day);
  EXPECT_TRUE(ground.group_locked(1));
  EXPECT_FALSE(ground.group_locked(2));
}

}  // namespace
}  // namespace laoyou::dispatch
