#include <gtest/gtest.h>

#include <cmath>

#include "base/random.h"
#include "engines/siting/goals.h"
#include "engines/siting/mixed_integer.h"
#include "engines/siting/siting.h"

namespace laoyou::siting {
namespace {

/// Villages on a square, each also a candidate, reached within a fifth of its side.
SitingProblem random_coverage(std::uint64_t seed) {
  SeededRandom random(seed);
  SitingProblem problem;
  problem.goal = Goal::reach_most;
  const std::size_t villages = 90 + random.below(30);
  std::vector<double> x, y;
  for (std::size_t village = 0; village < villages; ++village) {
    x.push_back(random.unit());
    y.push_back(random.unit());
    problem.people.push_back(static_cast<double>(1 + random.below(4)));
  }
  problem.places.resize(villages);
  for (std::size_t village = 0; village < villages; ++village) {
    for (std::size_t place = 0; place < villages; ++place) {
      problem.travel.place.push_back(static_cast<std::int32_t>(place));
      problem.travel.cost.push_back(std::hypot(x[village] - x[place], y[village] - y[place]));
    }
    problem.travel.first.push_back(static_cast<std::int64_t>(problem.travel.place.size()));
  }
  problem.radius = 0.07 + 0.03 * random.unit();
  problem.most_places = static_cast<std::int32_t>(22 + random.below(8));
  return problem;
}

TEST(ReachMost, agrees_with_the_exact_program_alone) {
  for (std::uint64_t seed = 0; seed < 8; ++seed) {
    const SitingProblem problem = random_coverage(seed);
    const auto answer = solve(problem, {});
    ASSERT_TRUE(answer);
    ASSERT_TRUE(answer->proved) << seed;
    const ProgramAnswer program = solve_program(state_covering(as_median(problem)), {});
    ASSERT_TRUE(program.proved) << seed;
    double people = 0;
    for (const double each : problem.people) people += each;
    ASSERT_NEAR(answer->value, people - program.value, 1e-6) << seed;
  }
}

}  // namespace
}  // namespace laoyou::siting
