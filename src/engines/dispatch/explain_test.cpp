#include "engines/dispatch/explain.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "engines/dispatch/samples/random_problem.h"
#include "engines/dispatch/solve.h"

namespace laoyou::dispatch {
namespace {

/// Linked visits are explained one by one, so that a group split is no contradiction.
bool keeps_rules(const Problem& problem, const Plan& plan) {
  const Judgement judgement = check(problem, plan);
  return std::all_of(judgement.broken.begin(), judgement.broken.end(), [](const Refusal& broken) { return broken.code == "dispatch.check.group_split"; });
}

bool serves(const Plan& plan, int visit) {
  return std::any_of(plan.routes.begin(), plan.routes.end(), [visit](const auto& route) { return std::count(route.begin(), route.end(), visit) > 0; });
}

Plan with(Plan plan, const Obstacle& obstacle, int visit) {
  auto& route = plan.routes[static_cast<std::size_t>(obstacle.shift)];
  route.insert(route.begin() + static_cast<std::ptrdiff_t>(obstacle.stop), visit);
  return plan;
}

template <class Test>
void for_explained_plans(const Test& test) {
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    SeededRandom random(seed);
    const Problem problem = random_problem(random, 14, 3);
    SolveOptions options;
    options.iterations = 150;
    const auto answer = solve(problem, options);
    if (!answer) continue;
    for (const Explanation& explanation : explain_unserved(problem, answer->plan, 10)) test(problem, answer->plan, explanation);
  }
}

TEST(Explain, EveryObstacleIsProvedByApplyingItsReliefs) {
  int proved = 0;
  for_explained_plans([&](const Problem& problem, const Plan& plan, const Explanation& explanation) {
    for (const Obstacle& obstacle : explanation.obstacles) {
      EXPECT_TRUE(keeps_rules(relieve(problem, obstacle.reliefs), with(plan, obstacle, explanation.visit)));
      ++proved;
    }
  });
  EXPECT_GT(proved, 300);
}

TEST(Explain, EveryReliefIsNeededInItsWholeAmount) {
  int weakened = 0;
  for_explained_plans([&](const Problem& problem, const Plan& plan, const Explanation& explanation) {
    for (const Obstacle& obstacle : explanation.obstacles) {
      for (std::size_t i = 0; i < obstacle.reliefs.size(); ++i) {
        if (obstacle.reliefs[i].kind == Relief::Kind::delay_pin) continue;  // another amount is another appointment, not a weaker one
        auto less = obstacle.reliefs;
        if (less[i].kind == Relief::Kind::widen_window || less[i].kind == Relief::Kind::extend_shift)
          --less[i].amount;
        else
          less.erase(less.begin() + static_cast<std::ptrdiff_t>(i));
        EXPECT_FALSE(keeps_rules(relieve(problem, less), with(plan, obstacle, explanation.visit)));
        ++weakened;
      }
    }
  });
  EXPECT_GT(weakened, 300);
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
  int told = 0;
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    SeededRandom random(seed);
    const Problem problem = random_problem(random, 9, 4);
    SolveOptions options;
    options.iterations = 100;
    const auto answer = solve(problem, options);
    if (!answer) continue;
    for (const Choice& choice : explain_served(problem, answer->plan)) {
      EXPECT_LE(choice.possible, choice.able);
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
}

}  // namespace
}  // namespace laoyou::dispatch
