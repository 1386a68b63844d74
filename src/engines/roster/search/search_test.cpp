#include "engines/roster/search/search.h"

#include <gtest/gtest.h>

#include <set>

#include "engines/roster/solve.h"
#include "engines/roster/two_weeks.h"

namespace laoyou::roster {
namespace {

Plan nobody_works(const Problem& problem) { return {std::vector<std::vector<int>>(problem.carers.size(), std::vector<int>(static_cast<std::size_t>(problem.days), k_off))}; }

std::vector<int> everybody(const Problem& problem) {
  std::vector<int> carers;
  for (int carer = 0; carer < static_cast<int>(problem.carers.size()); ++carer) carers.push_back(carer);
  return carers;
}

/// Ten carers over four weeks, who wish for what they are drawn to wish for.
Problem four_weeks(std::uint64_t seed) {
  Problem problem = two_weeks();
  const Carer carer = problem.carers.front();
  const std::vector<Cover> covers = problem.covers;
  problem.days = 28;
  for (Cover cover : covers) problem.covers.push_back({cover.day + 14, cover.kind, cover.wanted, cover.under_price, cover.over_price});
  for (Cover& cover : problem.covers) cover.wanted *= 2;
  problem.carers.assign(10, carer);
  SeededRandom random(seed);
  const auto below = [&](std::uint64_t bound) { return static_cast<int>(random.below(bound)); };
  for (std::size_t i = 0; i < problem.carers.size(); ++i) {
    Carer& one = problem.carers[i];
    one.id = "c" + std::to_string(i);
    one.most_s = 18 * 8 * 3600;
    one.least_in_a_row = 2;
    one.most_weekends = 2;
    for (int wish = 0; wish < 8; ++wish) problem.requests.push_back({static_cast<int>(i), below(28), below(2), below(2) == 0, 1 + below(3)});
  }
  return problem;
}

TEST(RosterSearch, ByTheSettledPricesNoRowWouldMakeTheMixCheaper) {
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    const Problem problem = four_weeks(seed);
    const Ground ground(problem);
    const Plan nobody = nobody_works(problem);
    const Piece all{everybody(problem), ground.choices};
    PartEffort effort;
    effort.nodes = 0;
    effort.only_better = false;
    PartSearch search(ground, nobody, all, effort);
    ASSERT_FALSE(search.run().empty());
    const PartSearch::Prices& settled = search.settled();
    double mix = 0;
    for (std::size_t slot = 0; slot < settled.worth.size(); ++slot) mix += settled.worth[slot] * ground.covering.at(slot)->wanted;
    for (int carer : all.carers) {
      const auto at = static_cast<std::size_t>(carer);
      std::vector<double> prices = ground.own[at];
      for (int day = 0; day < problem.days; ++day)
        for (int kind = 0; kind < 2; ++kind) prices[ground.price_at(day, kind)] -= settled.worth[ground.covering.slot(day, kind)];
      BestRow finder = ground.finders[at];
      RowScratch scratch;
      const auto best = finder.find(prices, ground.choices[at], scratch);
      ASSERT_TRUE(best);
      EXPECT_GE(best->price, settled.thresholds[at] - 1e-4) << "seed " << seed << ", carer " << carer;
      mix += settled.thresholds[at];
    }
    EXPECT_NEAR(mix, search.settled_value(), 1e-4) << "what the prices say the mix costs";
    EXPECT_NEAR(search.bound(), search.settled_value(), 1e-4);
  }
}

TEST(RosterSearch, OutOfTheRowsMetTheBestRosterIsChosen) {
  const Problem problem = two_weeks();
  const Ground ground(problem);
  const auto answer = solve(problem, {});
  ASSERT_TRUE(answer);
  ASSERT_EQ(answer->judgement.cost(), 0);
  RowPool pool(ground, everybody(problem));
  for (int carer : everybody(problem)) pool.add({carer, answer->plan.days[static_cast<std::size_t>(carer)], 0});
  const Plan nobody = nobody_works(problem);
  EXPECT_EQ(pool.choose(nobody, ground.price(nobody), 0, {}), answer->plan.days);
  EXPECT_TRUE(pool.choose(answer->plan, 0, 0, {}).empty()) << "nothing is cheaper";
}

TEST(RosterSearch, WhileRowsAreChosenItIsAskedOftenWhetherToStop) {
  const Problem problem = four_weeks(1);
  const Ground ground(problem);
  const Plan nobody = nobody_works(problem);
  const Piece all{everybody(problem), ground.choices};
  PartEffort effort;
  effort.nodes = 0;
  effort.only_better = false;
  PartSearch search(ground, nobody, all, effort);
  ASSERT_FALSE(search.run().empty());
  std::vector<int> wanted;
  for (std::size_t slot = 0; slot < ground.covering.slots(); ++slot) wanted.push_back(ground.covering.at(slot)->wanted);
  Master master(ground.covering, wanted, std::vector<char>(wanted.size(), 1), static_cast<int>(all.carers.size()));
  for (const Column& column : search.master().columns()) master.add(column);
  ASSERT_TRUE(master.solve());
  EXPECT_TRUE(master.choose(1e9, 1e9, 1, [] { return true; }).empty());
  int asked = 0;
  const std::int64_t before = master.pivots();
  master.choose(1e9, 1e9, 1, [&] { return ++asked < 0; });
  EXPECT_GT(asked, (master.pivots() - before) / 2) << "at every pivot, or nearly so";
  EXPECT_GT(asked, 20);
}

TEST(RosterSearch, GoingAsideAnotherRosterOfTheSamePriceIsFound) {
  const Problem problem = four_weeks(1);
  const Ground ground(problem);
  SolveOptions options;
  options.steps = 40;
  const auto answer = solve(problem, options);
  ASSERT_TRUE(answer);
  ASSERT_EQ(answer->bound, answer->judgement.cost()) << "nothing is cheaper";
  const Pieces pieces(ground, everybody(problem));
  SeededRandom random(7);
  std::set<std::vector<std::vector<int>>> found;
  for (int round = 0; round < 24; ++round) {
    const Piece piece = pieces.pick(answer->plan, static_cast<std::size_t>(round) % Pieces::k_shapes, random);
    PartEffort effort;
    EXPECT_TRUE(PartSearch(ground, answer->plan, piece, effort).run().empty());
    effort.aside = true;
    effort.seed = random.next();
    const auto rows = PartSearch(ground, answer->plan, piece, effort).run();
    Plan plan = answer->plan;
    for (std::size_t i = 0; i < rows.size(); ++i) plan.days[static_cast<std::size_t>(piece.carers[i])] = rows[i];
    EXPECT_EQ(ground.price(plan), answer->judgement.cost());
    EXPECT_EQ(plan.days == answer->plan.days, rows.empty());
    found.insert(plan.days);
  }
  EXPECT_GT(found.size(), 3u);
}

TEST(RosterSearch, APieceChangesOnlyWhatIsOpenInIt) {
  Problem problem = two_weeks();
  problem.carers.resize(3);
  const Ground ground(problem);
  Search search(ground, nobody_works(problem), everybody(problem));
  SearchOptions options;
  options.steps = 0;
  search.run(options);
  const Plan plan = search.plan();
  SeededRandom random(7);
  const Pieces pieces(ground, everybody(problem));
  for (int round = 0; round < 60; ++round) {
    const Piece piece = pieces.pick(plan, static_cast<std::size_t>(round) % Pieces::k_shapes, random);
    PartEffort effort;
    effort.only_better = false;
    const auto rows = PartSearch(ground, plan, piece, effort).run();
    ASSERT_EQ(rows.size(), piece.carers.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      EXPECT_TRUE(check_row(problem, piece.carers[i], rows[i]).empty());
      for (std::size_t day = 0; day < rows[i].size(); ++day) EXPECT_TRUE((piece.choices[i][day] >> (rows[i][day] + 1)) & 1U);
    }
  }
}

TEST(RosterSearch, ACarerWhoCannotKeepHerRulesIsNamedAndTheOthersKeepTheirs) {
  Problem problem = two_weeks();
  for (int day = 0; day < 7; ++day) problem.fixed.push_back({1, day, 0});  // seven in a row, where five are allowed
  const auto answer = solve(problem, {});
  ASSERT_TRUE(answer);
  EXPECT_FALSE(answer->judgement.valid());
  EXPECT_FALSE(answer->bound);
  for (const Broken& broken : answer->judgement.broken) EXPECT_EQ(broken.carer, 1);
}

TEST(RosterSearch, SplitDaysAndLeastHoursAreKept) {
  Problem problem = two_weeks();
  problem.kinds.push_back({"split", {{7 * 3600, 11 * 3600}, {16 * 3600, 20 * 3600}}, 8 * 3600, {}});
  problem.least_rest_s = 11 * 3600;
  for (Carer& carer : problem.carers) {
    carer.most_of_kind.push_back(4);
    carer.least_s = 7 * 8 * 3600;
    carer.most_week_s = 40 * 3600;
  }
  for (int day = 0; day < problem.days; ++day) problem.covers.push_back({day, 2, day % 7 < 5 ? 1 : 0, 50, 1});
  const auto answer = solve(problem, {});
  ASSERT_TRUE(answer);
  EXPECT_TRUE(answer->judgement.valid());
  for (const auto& row : answer->plan.days) EXPECT_GE(std::count_if(row.begin(), row.end(), [](int kind) { return kind != k_off; }), 7);
}

}  // namespace
}  // namespace laoyou::roster
