// Every optimiser against trying out every choice, on more than 100,000 small random problems of every goal.
#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <optional>

#include "base/random.h"
#include "engines/siting/siting.h"

namespace laoyou::siting {
namespace {

class RandomProblem {
 public:
  explicit RandomProblem(std::uint64_t seed) : random_(seed) {}

  SitingProblem make(bool with_use_limits) {
    SitingProblem problem;
    problem.goal = static_cast<Goal>(random_.below(4));
    const std::uint64_t clients = 1 + random_.below(8), places = 1 + random_.below(7);
    whole_ = random_.below(2) == 0;
    for (std::uint64_t client = 0; client < clients; ++client) {
      problem.people.push_back(random_.below(5) == 0 ? 0 : (whole_ ? double(1 + random_.below(20)) : double(1 + random_.below(2000)) / 97));
    }
    const bool prices = random_.below(2) == 0;
    for (std::uint64_t place = 0; place < places; ++place) problem.places.push_back(make_place(prices, with_use_limits));
    const std::uint64_t density = 1 + random_.below(3);
    for (std::uint64_t client = 0; client < clients; ++client) {
      for (std::uint64_t place = 0; place < places; ++place) {
        if (density < 3 && random_.below(4) >= density) continue;
        add_pair(problem.travel, place);
        if (random_.below(20) == 0) add_pair(problem.travel, place);  // the same pair said twice
      }
      problem.travel.first.push_back(static_cast<std::int64_t>(problem.travel.place.size()));
    }
    problem.radius = double(random_.below(13));
    const bool any_limit = problem.goal == Goal::reach_all;
    if (random_.below(2) == 0) problem.most_places = static_cast<std::int32_t>(random_.below(places + 1));
    if (random_.below(3) == 0 || (!any_limit && !problem.most_places)) problem.budget_fen = static_cast<std::int64_t>(random_.below(13) * 100);
    problem.whole_clients = with_use_limits;
    return problem;
  }

 private:
  CandidatePlace make_place(bool prices, bool with_use_limits) {
    CandidatePlace place;
    if (prices) place.price_fen = static_cast<std::int64_t>(random_.below(6) * 100);
    place.existing = random_.below(6) == 0;
    if (with_use_limits && random_.below(2) == 0) place.capacity = double(5 + random_.below(56));
    if (with_use_limits && random_.below(3) == 0) place.least_use = std::min(place.capacity, double(random_.below(21)));
    return place;
  }

  void add_pair(TravelTable& travel, std::uint64_t place) {
    travel.place.push_back(static_cast<std::int32_t>(place));
    travel.cost.push_back(whole_ ? double(random_.below(13)) : double(random_.below(1200)) / 91);
  }

  SeededRandom random_;
  bool whole_ = true;
};

/// The best value of a problem by trying every subset of places and, where use is limited, every assignment of whole clients.
class BruteForce {
 public:
  explicit BruteForce(const SitingProblem& problem) : problem_(problem), load_(problem.places.size(), 0.0) {
    for (const double people : problem.people) anybody_ = anybody_ || people > 0;
    for (const CandidatePlace& place : problem.places) by_price_ = by_price_ || (!place.existing && place.price_fen > 0);
  }

  std::optional<double> best() {
    for (subset_ = 0; subset_ < (1U << problem_.places.size()); ++subset_) {
      if (!allowed()) continue;
      if (has_use_limits(problem_)) {
        assign(0, 0);
      } else {
        serve_nearest();
      }
    }
    return best_;
  }

 private:
  [[nodiscard]] bool open(std::int32_t place) const { return (subset_ >> place & 1U) != 0; }

  bool allowed() {
    price_ = 0;
    for (std::size_t place = 0; place < problem_.places.size(); ++place) {
      const CandidatePlace& candidate = problem_.places[place];
      if (candidate.existing && !open(static_cast<std::int32_t>(place))) return false;
      if (!candidate.existing && open(static_cast<std::int32_t>(place))) price_ += candidate.price_fen;
    }
    if (problem_.most_places && std::popcount(subset_) > *problem_.most_places) return false;
    return !problem_.budget_fen || price_ <= *problem_.budget_fen;
  }

  void consider(double value) {
    if (problem_.goal == Goal::reach_all) value = by_price_ ? double(price_) : double(std::popcount(subset_));
    if (!best_) best_ = value;
    best_ = problem_.goal == Goal::reach_most ? std::max(*best_, value) : std::min(*best_, value);
  }

  void serve_nearest() {
    double value = 0;
    for (std::size_t client = 0; client < problem_.people.size(); ++client) {
      double nearest = std::numeric_limits<double>::infinity();
      for (auto at = problem_.travel.first[client]; at < problem_.travel.first[client + 1]; ++at) {
        if (open(problem_.travel.place[static_cast<std::size_t>(at)])) nearest = std::min(nearest, problem_.travel.cost[static_cast<std::size_t>(at)]);
      }
      const double people = problem_.people[client];
      if (anybody_ && people == 0) continue;
      const bool must_be_served = problem_.goal == Goal::least_farthest || (problem_.goal == Goal::least_travel && people > 0);
      if (problem_.goal == Goal::reach_all && nearest > problem_.radius) return;
      if (must_be_served && !std::isfinite(nearest)) return;
      if (problem_.goal == Goal::reach_most) value += nearest <= problem_.radius ? people : 0;
      if (problem_.goal == Goal::least_travel && people > 0) value += people * nearest;
      if (problem_.goal == Goal::least_farthest) value = std::max(value, nearest);
    }
    consider(value);
  }

  void assign(std::size_t client, double value) {
    if (client == problem_.people.size()) {
      for (std::size_t place = 0; place < load_.size(); ++place) {
        if (open(static_cast<std::int32_t>(place)) && load_[place] < problem_.places[place].least_use - 1e-9) return;
      }
      consider(value);
      return;
    }
    const double people = problem_.people[client];
    if (anybody_ && people == 0) return assign(client + 1, value);
    const bool covering = problem_.goal == Goal::reach_most || problem_.goal == Goal::reach_all;
    if (problem_.goal == Goal::reach_most || (problem_.goal == Goal::least_travel && people == 0)) assign(client + 1, value);
    if (problem_.goal == Goal::least_travel && people == 0) return;
    for (auto at = static_cast<std::size_t>(problem_.travel.first[client]); at < static_cast<std::size_t>(problem_.travel.first[client + 1]); ++at) {
      const auto place = static_cast<std::size_t>(problem_.travel.place[at]);
      const double cost = problem_.travel.cost[at];
      if (!open(problem_.travel.place[at]) || (covering && cost > problem_.radius)) continue;
      if (load_[place] + people > problem_.places[place].capacity + 1e-9) continue;
      load_[place] += people;
      const double next = problem_.goal == Goal::reach_most     ? value + people
                          : problem_.goal == Goal::least_travel ? value + people * cost
                                                                : std::max(value, cost);
      assign(client + 1, next);
      load_[place] -= people;
    }
  }

  const SitingProblem& problem_;
  std::vector<double> load_;
  bool by_price_ = false;
  bool anybody_ = false;  // where somebody lives, clients without people bind nobody
  unsigned subset_ = 0;
  std::int64_t price_ = 0;
  std::optional<double> best_;
};

void compare(const SitingProblem& problem, std::uint64_t seed) {
  Effort effort;
  effort.seed = seed;
  const auto answer = solve(problem, effort);
  const std::optional<double> best = BruteForce(problem).best();
  ASSERT_EQ(answer.has_value(), best.has_value()) << "seed " << seed << (answer ? "" : " " + answer.error()[0].code);
  if (!answer) return;
  const double tolerance = 1e-6 * std::max(1.0, std::abs(*best));
  ASSERT_NEAR(answer->value, *best, tolerance) << "seed " << seed << " goal " << static_cast<int>(problem.goal);
  ASSERT_TRUE(answer->proved) << "seed " << seed;
  ASSERT_EQ(answer->bound, answer->value) << "seed " << seed;
}

TEST(BruteForce, agrees_with_every_goal_on_100000_random_problems) {
  for (std::uint64_t seed = 0; seed < 100'000; ++seed) ASSERT_NO_FATAL_FAILURE(compare(RandomProblem(seed).make(false), seed));
}

TEST(BruteForce, agrees_where_places_have_capacities_and_least_uses) {
  for (std::uint64_t seed = 0; seed < 4'000; ++seed) ASSERT_NO_FATAL_FAILURE(compare(RandomProblem(seed + 1'000'000).make(true), seed + 1'000'000));
}

TEST(BruteForce, an_interrupted_search_never_crosses_the_best_value) {
  for (std::uint64_t seed = 0; seed < 5'000; ++seed) {
    const SitingProblem problem = RandomProblem(seed + 2'000'000).make(false);
    Effort effort;
    int asked = 0;
    const int patience = static_cast<int>(seed % 7);
    effort.must_stop = [&asked, patience] { return ++asked > patience; };
    const auto answer = solve(problem, effort);
    const std::optional<double> best = BruteForce(problem).best();
    if (!answer) {
      const bool gave_up = answer.error()[0].code == "siting.time_over";
      ASSERT_TRUE(gave_up || !best) << "seed " << seed << " " << answer.error()[0].code;
      continue;
    }
    ASSERT_TRUE(best) << "seed " << seed;
    const double sign = problem.goal == Goal::reach_most ? -1 : 1;
    const double tolerance = 1e-6 * std::max(1.0, std::abs(*best));
    ASSERT_LE(sign * answer->bound, sign * *best + tolerance) << "seed " << seed;
    ASSERT_GE(sign * answer->value, sign * *best - tolerance) << "seed " << seed;
  }
}

}  // namespace
}  // namespace laoyou::siting
