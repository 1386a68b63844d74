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

}  // namespace
}  // namespace laoyou::dispatch
