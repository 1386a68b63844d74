#include "engines/dispatch/contradictions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "engines/dispatch/check.h"
#include "engines/dispatch/samples/brute_force.h"
#include "engines/dispatch/samples/random_problem.h"
#include "engines/dispatch/samples/small_day.h"

namespace laoyou::dispatch {
namespace {

using Codes = std::vector<std::string>;

/// "code place" of each contradiction.
Codes contradictions(const Problem& problem) {
  Codes codes;
  for (const Refusal& refusal : find_contradictions(problem)) codes.push_back(refusal.code + " " + refusal.place);
  return codes;
}

std::string reason_of(const Problem& problem, int visit) {
  for (const Unservable& unservable : find_unservable(problem))
    if (unservable.visit == visit) return unservable.reason.code;
  return "";
}

TEST(Nobody, IsSaidOnlyWhereNoPlanServesTheVisit) {
  std::set<std::string> rules;
  for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
    SeededRandom random(seed);
    Problem problem = random_problem(random, 3, 3);
    if (!find_contradictions(problem).empty()) continue;
    for (const Unservable& unservable : find_unservable(problem)) {
      Level served;
      served.weight[static_cast<std::size_t>(Term::unserved)] = 1;
      problem.objective.levels = {served};
      for (std::size_t v = 0; v < problem.visits.size(); ++v) problem.visits[v].prize = static_cast<int>(v) == unservable.visit ? 1 : 0;
      const auto best = best_plan(problem);
      ASSERT_TRUE(best);
      EXPECT_EQ(at(check(problem, *best).terms, Term::unserved), 1) << "seed " << seed << " " << unservable.reason.code;
      rules.insert(unservable.reason.code);
    }
  }
  EXPECT_GE(rules.size(), 5U);
}

TEST(Nobody, NamesTheFirstRuleThatNoneOfTheRestKeeps) {
  Problem day = small_day(1, 2);
  day.visits[0].skills = {{0, 2}};
  EXPECT_EQ(reason_of(day, 0), "dispatch.nobody.skill");
  day.carers[1].skills = {{0, 2}};
  EXPECT_EQ(reason_of(day, 0), "");
  day.visits[0].wishes = {{0, true}};
  day.carers[0].traits = {0};  // she has what must be, but not the skill
  EXPECT_EQ(reason_of(day, 0), "dispatch.nobody.wish");
  day.carers[1].traits = {0};
  day.visits[0].excluded_carers = {1};
  EXPECT_EQ(reason_of(day, 0), "dispatch.nobody.excluded");
  day.visits[0].excluded_carers = {};
  day.visits[0].pinned_carer = 0;
  EXPECT_EQ(reason_of(day, 0), "dispatch.nobody.pinned");
  day.visits[0].pinned_carer = 1;
  day.shifts[1].begins_s = day.shifts[1].ends_s = 20 * 3600;
  EXPECT_EQ(reason_of(day, 0), "dispatch.nobody.no_time");
  day.shifts.clear();
  EXPECT_EQ(reason_of(day, 0), "dispatch.nobody.shifts");
}

TEST(Nobody, IsSaidOfAWholeGroupWhereOneOfItIsBeyondEverybody) {
  Problem day = small_day(2, 3);
  day.links = {{0, 1, 0, 0, true}};
  EXPECT_EQ(reason_of(day, 0), "");
  day.visits[1].skills = {{0, 5}};
  EXPECT_EQ(reason_of(day, 0), "dispatch.nobody.partner");
  EXPECT_EQ(reason_of(day, 1), "dispatch.nobody.skill");
}

TEST(Nobody, IsSaidOfThreeAtOnceWhereTwoAreAble) {
  Problem day = small_day(3, 3);
  day.links = {{0, 1, 0, 0, true}, {0, 2, 0, 0, true}, {1, 2, 0, 0, true}};
  EXPECT_EQ(reason_of(day, 2), "");
  for (Visit& visit : day.visits) visit.excluded_carers = {2};
  for (int visit = 0; visit < 3; ++visit) EXPECT_EQ(reason_of(day, visit), "dispatch.nobody.carers");
}

TEST(Contradictions, LockedStopsThatCannotFollowEachOtherInTimeAreRefusedAtTheLaterOne) {
  Problem day = small_day(2, 1);
  day.shifts[0].locked = {0, 1};
  day.visits[0].pinned_start_s = 11 * 3600;
  day.visits[1].pinned_start_s = 10 * 3600;
  EXPECT_EQ(contradictions(day), Codes{"dispatch.locked_conflict /shifts/0/locked/1"});
  EXPECT_EQ(find_contradictions(day)[0].words, (Codes{"v1", "36000", "v0", "41400"}));
  EXPECT_FALSE(check(day, Plan{{{0, 1}}}).valid());
  day.visits[1].pinned_start_s = 11 * 3600 + 1800 - 1;  // one second before she is done
  EXPECT_EQ(contradictions(day).size(), 1U);
  day.visits[1].pinned_start_s = 11 * 3600 + 1800;  // at once: she did walk faster than the map says
  EXPECT_EQ(contradictions(day), Codes{});
}

TEST(Contradictions, ALockedStopThatCannotBeOverBeforeABegunOneBehindItIsRefused) {
  Problem day = small_day(2, 1);
  day.visits[0].windows = {{13 * 3600, 13 * 3600}};
  day.visits[1].pinned_start_s = 8 * 3600 + 998;
  day.shifts[0].locked = {0, 1};
  EXPECT_EQ(contradictions(day), Codes{"dispatch.locked_conflict /shifts/0/locked/1"});
}

TEST(Contradictions, ABreakThatHasBegunKeepsItsStart) {
  Problem day = small_day(1, 1);
  day.shifts[0].rest = Break{10 * 3600, 11 * 3600, 1800, k_none, 9 * 3600};
  EXPECT_EQ(contradictions(day), Codes{"dispatch.break_not_locked /shifts/0/break/begun_s"});
  day.shifts[0].locked = {k_break, 0};
  day.visits[0].pinned_start_s = 9 * 3600 + 1800;
  EXPECT_EQ(contradictions(day), Codes{});
  EXPECT_EQ(check(day, Plan{{{k_break, 0}}}).routes[0].stops[0].start_s, 9 * 3600);
  day.visits[0].pinned_start_s = 9 * 3600 + 1799;
  EXPECT_EQ(contradictions(day), Codes{"dispatch.locked_conflict /shifts/0/locked/1"});
}

TEST(Contradictions, ShiftsOfOneCarerThatOverlapAreRefused) {
  Problem day = small_day(2, 2);
  day.shifts[1].carer = 0;
  EXPECT_EQ(contradictions(day), Codes{"dispatch.shifts_overlap /shifts/1"});
  EXPECT_EQ(find_contradictions(day)[0].words, (Codes{"/shifts/0", "c0"}));
  day.shifts[1].begins_s = day.shifts[0].ends_s;
  day.shifts[1].ends_s += 8 * 3600;
  EXPECT_EQ(contradictions(day), Codes{});
  day.shifts[1].begins_s -= 1;
  EXPECT_EQ(contradictions(day), Codes{"dispatch.shifts_overlap /shifts/1"});
}

TEST(Contradictions, ALockedBeginningThatLastsIntoTheNextShiftIsRefusedUntilThatOneWaits) {
  Problem day = small_day(2, 2);
  day.shifts[1].carer = 0;
  day.shifts[0].ends_s = day.shifts[1].begins_s = 10 * 3600;
  day.shifts[0].locked = {0};
  day.visits[0].pinned_start_s = 9 * 3600;
  EXPECT_EQ(contradictions(day), Codes{});
  day.visits[0].length_s = 2 * 3600;  // and a thousand seconds home
  EXPECT_EQ(contradictions(day), Codes{"dispatch.locked_overruns /shifts/0/locked"});
  EXPECT_EQ(find_contradictions(day)[0].words, (Codes{"40600", "/shifts/1", "36000"}));
  day.shifts[1].free_from_s = 40600;
  EXPECT_EQ(contradictions(day), Codes{});
  EXPECT_TRUE(check(day, Plan{{{0}, {1}}}).valid());
  day.shifts[1].free_from_s.reset();
  EXPECT_FALSE(check(day, Plan{{{0}, {1}}}).valid());
}

TEST(Contradictions, LinksInARingThatPushEachOtherLaterForEverAreRefusedWithTheVisits) {
  Problem day = small_day(4, 4);
  day.links = {{0, 1, 3600, 7200, false}, {1, 2, 3600, 7200, false}};
  EXPECT_EQ(contradictions(day), Codes{});
  day.links.push_back({2, 0, 3600, 7200, false});
  ASSERT_EQ(contradictions(day).size(), 1U);
  EXPECT_EQ(find_contradictions(day)[0].code, "dispatch.links_impossible");
  for (const char* visit : {"v0", "v1", "v2"}) EXPECT_NE(find_contradictions(day)[0].words[0].find(visit), std::string::npos);
  day.links.pop_back();
  day.visits[2].windows = {{9 * 3600, 11 * 3600 - 1}};  // two hours after the first one opens is a second too late
  ASSERT_EQ(contradictions(day).size(), 1U);
  EXPECT_EQ(find_contradictions(day)[0].code, "dispatch.links_impossible");
  day.visits[2].windows = {{9 * 3600, 11 * 3600}};
  EXPECT_EQ(contradictions(day), Codes{});
}

TEST(Nobody, ReachesAPlaceToWhichThereIsNoWay) {
  Problem day = small_day(2, 1);
  const auto no_way = static_cast<std::int32_t>(k_unreachable_s);
  day.modes[0] = {"bus", {0, no_way, 60, no_way, 0, no_way, 60, no_way, 0}, 0};
  EXPECT_EQ(reason_of(day, 0), "dispatch.nobody.unreachable");
  EXPECT_EQ(reason_of(day, 1), "");
  day.modes[0].seconds[7] = 60;  // there by way of the second, but not home again
  EXPECT_EQ(reason_of(day, 0), "dispatch.nobody.unreachable");
  day.modes[0].seconds[3] = 60;
  EXPECT_EQ(reason_of(day, 0), "");
  EXPECT_FALSE(check(day, Plan{{{0}}}).valid());
  EXPECT_TRUE(check(day, Plan{{{1, 0}}}).valid());
}

}  // namespace
}  // namespace laoyou::dispatch
