#include "engines/dispatch/explain.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "engines/dispatch/samples/random_problem.h"
#include "engines/dispatch/samples/small_day.h"
#include "engines/dispatch/samples/tangled_problem.h"
#include "engines/dispatch/solve.h"

namespace laoyou::dispatch {
namespace {

bool serves(const Plan& plan, int visit) {
  return std::any_of(plan.routes.begin(), plan.routes.end(), [visit](const auto& route) { return std::count(route.begin(), route.end(), visit) > 0; });
}

Plan with(Plan plan, const Obstacle& obstacle) {
  for (const Placing& placing : obstacle.placings) {
    auto& route = plan.routes[static_cast<std::size_t>(placing.shift)];
    route.insert(route.begin() + static_cast<std::ptrdiff_t>(placing.stop), placing.visit);
  }
  return plan;
}

template <class Test>
void for_explained_plans(const Test& test) {
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    SeededRandom random(seed);
    const Problem problem = seed % 3 == 0 ? tangled_problem(random, 14, 3) : random_problem(random, 14, 3);
    SolveOptions options;
    options.iterations = 150;
    const auto answer = solve(problem, options);
    if (!answer) continue;
    for (const Explanation& explanation : explain_unserved(problem, answer->plan, 10)) test(problem, answer->plan, explanation);
  }
}

TEST(Explain, EveryObstacleIsProvedByApplyingItsReliefs) {
  int proved = 0, linked = 0;
  for_explained_plans([&](const Problem& problem, const Plan& plan, const Explanation& explanation) {
    for (const Obstacle& obstacle : explanation.obstacles) {
      const Plan placed = with(plan, obstacle);
      EXPECT_TRUE(check(relieve(problem, obstacle.reliefs), placed).valid());
      EXPECT_TRUE(serves(placed, explanation.visit));
      EXPECT_EQ(obstacle.carer, problem.shifts[static_cast<std::size_t>(obstacle.placings.front().shift)].carer);
      ++proved;
      linked += obstacle.placings.size() > 1;
    }
  });
  EXPECT_GT(proved, 800);
  EXPECT_GT(linked, 30);
}

TEST(Explain, EveryReliefIsNeededInItsWholeAmount) {
  int weakened = 0;
  for_explained_plans([&](const Problem& problem, const Plan& plan, const Explanation& explanation) {
    for (const Obstacle& obstacle : explanation.obstacles) {
      for (std::size_t i = 0; i < obstacle.reliefs.size(); ++i) {
        if (obstacle.reliefs[i].kind == Relief::Kind::delay_pin) continue;  // another amount is another appointment, not a weaker one
        auto less = obstacle.reliefs;
        if (less[i].amount > 0)
          --less[i].amount;
        else
          less.erase(less.begin() + static_cast<std::ptrdiff_t>(i));
        EXPECT_FALSE(check(relieve(problem, less), with(plan, obstacle)).valid()) << "kind " << static_cast<int>(obstacle.reliefs[i].kind);
        ++weakened;
      }
    }
  });
  EXPECT_GT(weakened, 800);
}

TEST(Explain, NoVisitIsUnservedWithoutAReason) {
  int told = 0;
  for_explained_plans([&](const Problem& problem, const Plan&, const Explanation& explanation) {
    const auto unservable = find_unservable(problem);
    const bool nobody = std::any_of(unservable.begin(), unservable.end(), [&](const Unservable& one) { return one.visit == explanation.visit; });
    EXPECT_TRUE(nobody || !explanation.obstacles.empty() || !explanation.barred.empty()) << problem.visits[static_cast<std::size_t>(explanation.visit)].id;
    ++told;
  });
  EXPECT_GT(told, 100);
}

TEST(Explain, EveryServedVisitIsToldAndTheLockedOnesAreCalledSo) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    SeededRandom random(seed);
    const Problem problem = random_problem(random, 9, 4);
    SolveOptions options;
    options.iterations = 50;
    const auto answer = solve(problem, options);
    if (!answer) continue;
    const auto choices = explain_served(problem, answer->plan);
    EXPECT_EQ(choices.size() + answer->judgement.unserved.size(), problem.visits.size());
    for (const Choice& choice : choices) {
      const bool locked = std::any_of(problem.shifts.begin(), problem.shifts.end(), [&](const Shift& day) { return std::count(day.locked.begin(), day.locked.end(), choice.visit) > 0; });
      EXPECT_EQ(choice.locked, locked);
    }
  }
}

TEST(Explain, TheCheapestChangeFreesTheVisit) {
  int freed = 0;
  for_explained_plans([&](const Problem& problem, const Plan&, const Explanation& explanation) {
    if (explanation.cheapest.empty()) return;
    EXPECT_TRUE(check(relieve(problem, explanation.cheapest), explanation.freed).valid());
    EXPECT_TRUE(serves(explanation.freed, explanation.visit));
    ++freed;
  });
  EXPECT_GT(freed, 100);
}

bool is_linked(const Problem& problem, int visit) {
  return std::any_of(problem.links.begin(), problem.links.end(), [visit](const Link& link) { return link.first == visit || link.second == visit; });
}

/// The best levels with the visit given to some other carer and all else as it is, by trying every place for it and for a break beside it.
std::vector<std::int64_t> best_elsewhere(const Problem& problem, Plan plan, int visit, int own) {
  for (auto& route : plan.routes) {
    std::erase(route, visit);
    if (route == std::vector<int>{k_break}) route.clear();
  }
  std::vector<std::int64_t> best;
  const auto judge = [&] {
    const Judgement judgement = check(problem, plan);
    auto levels = problem.objective.values(judgement.terms);
    if (judgement.valid() && (best.empty() || levels < best)) best = std::move(levels);
  };
  for (std::size_t s = 0; s < problem.shifts.size(); ++s) {
    if (problem.shifts[s].carer == own) continue;
    const auto before = plan.routes[s];
    const bool may_rest = problem.shifts[s].rest && std::count(before.begin(), before.end(), k_break) == 0;
    for (std::size_t i = problem.shifts[s].locked.size(); i <= before.size(); ++i) {
      plan.routes[s].insert(plan.routes[s].begin() + static_cast<std::ptrdiff_t>(i), visit);
      const bool fits = check(problem, plan).valid();
      judge();
      for (std::size_t j = problem.shifts[s].locked.size(); may_rest && !fits && j <= before.size() + 1; ++j) {
        plan.routes[s].insert(plan.routes[s].begin() + static_cast<std::ptrdiff_t>(j), k_break);
        judge();
        plan.routes[s].erase(plan.routes[s].begin() + static_cast<std::ptrdiff_t>(j));
      }
      plan.routes[s] = before;
    }
  }
  return best;
}

TEST(Explain, TheBestOtherCarerCostsWhatIsSaid) {
  int told = 0, linked = 0;
  for (std::uint64_t seed = 1; seed <= 700; ++seed) {
    SeededRandom random(seed);
    const Problem problem = random_problem(random, 9, 4);
    SolveOptions options;
    options.iterations = 100;
    const auto answer = solve(problem, options);
    if (!answer) continue;
    for (const Choice& choice : explain_served(problem, answer->plan)) {
      if (choice.locked) continue;
      EXPECT_LE(choice.possible, choice.able);
      linked += is_linked(problem, choice.visit);
      const auto best = best_elsewhere(problem, answer->plan, choice.visit, choice.carer);
      ASSERT_EQ(choice.other != k_none, !best.empty()) << "seed " << seed;
      if (choice.other == k_none) continue;
      Terms terms = answer->judgement.terms;
      for (std::size_t i = 0; i < k_terms; ++i) terms[i] += choice.dearer[i];
      at(terms, Term::worst_lateness) = 0;
      EXPECT_NE(choice.other, choice.carer);
      if (problem.objective.levels.size() == 4) {
        EXPECT_EQ(problem.objective.values(terms), best) << "seed " << seed << " visit " << choice.visit;
      }
      ++told;
    }
  }
  EXPECT_GT(told, 20);
  EXPECT_GT(linked, 20);
}

TEST(Explain, WhereTheNextShiftIsInTheWayItWouldHaveToBeginLater) {
  Problem day = small_day(1, 2);
  day.shifts[1].carer = 0;
  day.shifts[0].ends_s = day.shifts[1].begins_s = 10 * 3600;
  day.shifts[0].overtime_limit_s = 3600;
  day.shifts[1].ends_s = 10 * 3600 + 60;
  const auto explanations = explain_unserved(day, Plan{{{}, {}}}, 5);
  ASSERT_EQ(explanations.size(), 1U);
  EXPECT_EQ(explanations[0].obstacles.size(), 1U);  // at nine, half an hour and a thousand seconds home: that fits
  EXPECT_TRUE(explanations[0].cheapest.empty());
  day.visits[0].length_s = 3600;
  const auto later = explain_unserved(day, Plan{{{}, {}}}, 5);
  ASSERT_EQ(later.size(), 1U);
  EXPECT_EQ(later[0].cheapest, (std::vector<Relief>{{.kind = Relief::Kind::delay_shift, .carer = 0, .shift = 1, .amount = 1000}}));
}

TEST(Explain, WhereNoChangeOfALimitHelpsTheBrokenRulesAreTold) {
  Problem day = small_day(2, 1);
  const auto no_way = static_cast<std::int32_t>(k_unreachable_s);
  day.modes[0] = {"bus", {0, 60, 60, 60, 0, no_way, 60, no_way, 0}, 0};  // each can be reached, not one from the other
  day.shifts[0].locked = {0};
  const auto explanations = explain_unserved(day, Plan{{{0}}}, 5);
  ASSERT_EQ(explanations.size(), 1U);
  EXPECT_TRUE(explanations[0].obstacles.empty());
  EXPECT_TRUE(std::any_of(explanations[0].barred.begin(), explanations[0].barred.end(), [](const Broken& one) { return one.rule == Rule::unreachable; }));
}

}  // namespace
}  // namespace laoyou::dispatch
