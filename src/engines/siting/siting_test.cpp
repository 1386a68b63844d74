#include "engines/siting/siting.h"

#include <gtest/gtest.h>

namespace laoyou::siting {
namespace {

/// Villages and possible places on one road: travel is the distance between their positions.
SitingProblem road(Goal goal, const std::vector<double>& villages, const std::vector<double>& places) {
  SitingProblem problem;
  problem.goal = goal;
  problem.people.assign(villages.size(), 1.0);
  problem.places.resize(places.size());
  for (const double village : villages) {
    for (std::size_t place = 0; place < places.size(); ++place) {
      problem.travel.place.push_back(static_cast<std::int32_t>(place));
      problem.travel.cost.push_back(std::abs(village - places[place]));
    }
    problem.travel.first.push_back(static_cast<std::int64_t>(problem.travel.place.size()));
  }
  return problem;
}

std::string code_of(const CheckedResult<SitingAnswer>& answer) { return answer ? "answered" : answer.error().at(0).code; }

std::vector<std::string> codes_of(const CheckedResult<SitingAnswer>& answer) {
  std::vector<std::string> codes;
  if (!answer) {
    for (const Refusal& refusal : answer.error()) codes.push_back(refusal.code);
  }
  return codes;
}

TEST(Siting, reaches_most_people_with_the_places_allowed) {
  SitingProblem problem = road(Goal::reach_most, {0, 1, 2, 10, 11, 30}, {1, 10.5, 30});
  problem.radius = 1;
  problem.most_places = 2;
  const auto answer = solve(problem, {});
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->value, 5);
  EXPECT_EQ(answer->open, (std::vector<std::int32_t>{0, 1}));
  EXPECT_EQ(answer->served_by, (std::vector<std::int32_t>{0, 0, 0, 1, 1, -1}));
}

TEST(Siting, keeps_existing_places_and_chooses_around_them) {
  SitingProblem problem = road(Goal::least_travel, {0, 10, 20}, {0, 10, 20});
  problem.places[2].existing = true;
  problem.most_places = 2;
  const auto answer = solve(problem, {});
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->value, 10);
  EXPECT_EQ(answer->open.back(), 2);
}

TEST(Siting, spends_no_more_than_the_budget) {
  SitingProblem problem = road(Goal::reach_most, {0, 10, 20}, {0, 10, 20});
  problem.radius = 0;
  problem.people = {5, 3, 3};
  problem.places[0].price_fen = 100;
  problem.places[1].price_fen = 50;
  problem.places[2].price_fen = 50;
  problem.budget_fen = 100;
  const auto answer = solve(problem, {});
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->value, 6);
  EXPECT_EQ(answer->open, (std::vector<std::int32_t>{1, 2}));
}

TEST(Siting, shares_people_out_by_capacity) {
  SitingProblem problem = road(Goal::least_travel, {0, 0, 10}, {0, 10});
  problem.most_places = 2;
  problem.places[0].capacity = 1;
  const auto answer = solve(problem, {});
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->value, 10);  // one of the two people at 0 must travel
}

TEST(Siting, opens_a_place_only_for_its_least_use) {
  SitingProblem problem = road(Goal::least_travel, {0, 1, 10}, {0, 10});
  problem.most_places = 2;
  EXPECT_EQ(solve(problem, {})->value, 1);
  problem.places[1].least_use = 2;
  EXPECT_EQ(solve(problem, {})->value, 9);  // the one from 1 must go to 10 so that this place is worth opening
  problem.places[1].least_use = 3;
  EXPECT_EQ(solve(problem, {})->value, 11);  // now the place stays closed
}

TEST(Siting, says_which_clients_no_place_can_reach) {
  SitingProblem problem = road(Goal::reach_all, {0, 50, 60}, {0});
  problem.radius = 5;
  const auto answer = solve(problem, {});
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().at(0).code, "siting.client_out_of_reach");
  EXPECT_EQ(answer.error().at(0).words, (std::vector<std::string>{"2", "1"}));
}

TEST(Siting, a_client_without_people_binds_nobody) {
  SitingProblem far = road(Goal::least_farthest, {0, 3, 1000}, {0, 4});
  far.people[2] = 0;
  far.most_places = 1;
  const auto answer = solve(far, {});
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->value, 3);
  EXPECT_EQ(answer->served_by, (std::vector<std::int32_t>{0, 0, -1}));
  SitingProblem near = road(Goal::reach_all, {0, 3, 1000}, {0, 4});
  near.people[2] = 0;
  near.radius = 10;
  EXPECT_EQ(solve(near, {})->value, 1);
  EXPECT_EQ(building_order(near, {1}), std::vector<std::int32_t>{1});
}

TEST(Siting, says_how_many_places_would_be_needed) {
  SitingProblem problem = road(Goal::reach_all, {0, 10, 20}, {0, 10, 20});
  problem.radius = 5;
  problem.most_places = 2;
  const auto answer = solve(problem, {});
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().at(0).code, "siting.too_few_places");
  EXPECT_EQ(answer.error().at(0).words, (std::vector<std::string>{"3", "2"}));
}

TEST(Siting, says_how_much_money_would_be_needed) {
  SitingProblem problem = road(Goal::reach_all, {0, 10}, {0, 10});
  problem.radius = 5;
  problem.places[0].price_fen = problem.places[1].price_fen = 700;
  problem.budget_fen = 1000;
  const auto answer = solve(problem, {});
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().at(0).code, "siting.budget_too_small");
  EXPECT_EQ(answer.error().at(0).words, (std::vector<std::string>{"1400", "1000"}));
}

TEST(Siting, gives_every_reason_at_once) {
  SitingProblem problem = road(Goal::reach_all, {0, 50}, {0, 1});
  problem.places[0].existing = problem.places[1].existing = true;
  problem.most_places = 1;
  const auto answer = solve(problem, {});
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().size(), 2U);
  EXPECT_EQ(answer.error()[0].code, "siting.radius_missing");
  EXPECT_EQ(answer.error()[1].code, "siting.existing_exceed_limit");
}

TEST(Siting, names_the_requirement_that_cannot_be_met) {
  SitingProblem problem = road(Goal::least_travel, {0, 0, 0}, {0, 10});
  problem.most_places = 1;
  problem.places[0].capacity = 3;
  problem.places[1].capacity = 3;
  problem.places[0].least_use = problem.places[1].least_use = 3;
  problem.places[1].existing = true;
  ASSERT_TRUE(solve(problem, {}));
  problem.most_places = 2;
  problem.places[0].existing = true;  // two existing places that need three people each
  const auto answer = solve(problem, {});
  ASSERT_FALSE(answer);
  EXPECT_EQ(codes_of(answer), (std::vector<std::string>{"siting.no_choice_fits", "siting.met_without_least_use"}));
}

TEST(Siting, names_the_limit_that_leaves_somebody_without_a_place) {
  SitingProblem problem = road(Goal::least_travel, {0, 10, 20}, {0, 10, 20});
  problem.travel = {{0, 1, 2, 3}, {0, 1, 2}, {0, 0, 0}};  // each reaches one place only
  problem.most_places = 2;
  EXPECT_EQ(codes_of(solve(problem, {})), (std::vector<std::string>{"siting.no_choice_fits", "siting.met_without_most_places"}));
  for (CandidatePlace& place : problem.places) place.price_fen = 100;
  problem.budget_fen = 1000;
  EXPECT_EQ(codes_of(solve(problem, {})), (std::vector<std::string>{"siting.no_choice_fits", "siting.met_without_most_places"}));
  problem.most_places = 3;
  problem.budget_fen = 200;
  EXPECT_EQ(codes_of(solve(problem, {})), (std::vector<std::string>{"siting.no_choice_fits", "siting.met_without_budget"}));
  problem.most_places = 2;
  EXPECT_EQ(codes_of(solve(problem, {})), (std::vector<std::string>{"siting.no_choice_fits"}));  // neither alone is in the way
  problem.most_places.reset();
  EXPECT_EQ(codes_of(solve(problem, {})), (std::vector<std::string>{"siting.no_choice_fits", "siting.met_without_budget"}));
}

TEST(Siting, names_the_limit_that_priced_places_for_everybody_break) {
  SitingProblem problem = road(Goal::reach_all, {0, 10, 20}, {0, 10, 20});
  problem.radius = 5;
  for (CandidatePlace& place : problem.places) place.price_fen = 100;
  problem.most_places = 2;
  EXPECT_EQ(codes_of(solve(problem, {})), (std::vector<std::string>{"siting.no_choice_fits", "siting.met_without_most_places"}));
  problem.most_places = 3;
  problem.budget_fen = 299;
  EXPECT_EQ(codes_of(solve(problem, {})), (std::vector<std::string>{"siting.no_choice_fits", "siting.met_without_budget"}));
}

TEST(Siting, refuses_figures_outside_their_range_with_their_place) {
  SitingProblem problem = road(Goal::least_travel, {0}, {0});
  problem.most_places = 1;
  problem.people[0] = -1;
  const auto answer = solve(problem, {});
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().at(0).place, "/people/0");
  problem.people[0] = 1;
  problem.most_places.reset();
  EXPECT_EQ(code_of(solve(problem, {})), "siting.limit_missing");
}

TEST(Siting, capacity_too_small_for_everybody_is_refused) {
  SitingProblem problem = road(Goal::least_travel, {0, 1, 2}, {0, 1});
  problem.places[0].capacity = problem.places[1].capacity = 1;
  problem.most_places = 2;
  EXPECT_EQ(code_of(solve(problem, {})), "siting.capacity_too_small");
}

TEST(BuildingOrder, takes_first_what_reaches_most) {
  SitingProblem problem = road(Goal::reach_most, {0, 10, 10, 20, 20, 20}, {0, 10, 20});
  problem.radius = 1;
  problem.most_places = 3;
  EXPECT_EQ(building_order(problem, {0, 1, 2}), (std::vector<std::int32_t>{2, 1, 0}));
}

TEST(BuildingOrder, leaves_out_existing_places_and_counts_on_them) {
  SitingProblem problem = road(Goal::least_travel, {0, 1, 1, 20, 20, 40}, {1, 20, 40});
  problem.places[0].existing = true;
  problem.most_places = 3;
  EXPECT_EQ(building_order(problem, {0, 1, 2}), (std::vector<std::int32_t>{1, 2}));
}

TEST(BuildingOrder, has_the_least_sum_over_all_prefixes) {
  // The best first place alone (10) is not the best beginning of a pair; the order weighs all prefixes.
  SitingProblem problem = road(Goal::least_travel, {0, 9, 11, 20}, {0, 10, 20});
  problem.most_places = 3;
  EXPECT_EQ(building_order(problem, {0, 1, 2}).front(), 1);
}

TEST(Siting, the_same_seed_gives_the_same_choice) {
  SitingProblem problem = road(Goal::least_travel, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
  problem.most_places = 3;
  Effort effort;
  effort.seed = 42;
  const auto one = solve(problem, effort), other = solve(problem, effort);
  ASSERT_TRUE(one && other);
  EXPECT_EQ(one->open, other->open);
}

}  // namespace
}  // namespace laoyou::siting
