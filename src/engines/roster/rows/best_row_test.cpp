#include "engines/roster/rows/best_row.h"

#include <gtest/gtest.h>

#include "engines/roster/check.h"
#include "engines/roster/random_roster.h"
#include "engines/roster/search/covering.h"
#include "engines/roster/solve.h"

namespace laoyou::roster {
namespace {

/// The least price of all rows that the judge finds nothing in.
std::optional<double> least_of_all(const Problem& problem, int carer, const std::vector<double>& prices, const std::vector<std::uint64_t>& choices) {
  const int kinds = static_cast<int>(problem.kinds.size());
  std::vector<int> row(static_cast<std::size_t>(problem.days), k_off);
  std::optional<double> least;
  for (;;) {
    double price = 0;
    bool open = true;
    for (std::size_t day = 0; day < row.size(); ++day) {
      price += prices[day * static_cast<std::size_t>(kinds + 1) + static_cast<std::size_t>(row[day] + 1)];
      open = open && ((choices[day] >> (row[day] + 1)) & 1U);
    }
    if (open && (!least || price < *least) && check_row(problem, carer, row).empty()) least = price;
    std::size_t day = 0;
    while (day < row.size() && row[day] == kinds - 1) row[day++] = k_off;
    if (day == row.size()) return least;
    ++row[day];
  }
}

TEST(BestRow, IsTheCheapestOfAllRowsThatTheJudgeAccepts) {
  int compared = 0, impossible = 0;
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    const Problem problem = RandomRoster(seed).make();
    if (!find_contradictions(problem).empty()) continue;
    SeededRandom random(seed);
    const Rows rows(problem);
    RowScratch scratch;
    for (int carer = 0; carer < static_cast<int>(problem.carers.size()); ++carer) {
      BestRow finder(problem, rows, carer);
      for (int round = 0; round < 2; ++round) {
        std::vector<double> prices = own_prices(problem, rows, carer);
        for (double& price : prices) price += static_cast<double>(random.below(41)) - 20;
        const auto choices = all_choices(problem, rows, carer);
        const auto found = finder.find(prices, choices, scratch);
        const auto least = least_of_all(problem, carer, prices, choices);
        ASSERT_EQ(found.has_value(), least.has_value()) << "seed " << seed;
        if (found) {
          EXPECT_EQ(found->price, *least) << "seed " << seed;
          EXPECT_LE(found->bound, *least) << "seed " << seed;
          EXPECT_TRUE(check_row(problem, carer, found->row).empty()) << "seed " << seed;
          const auto quick = finder.find(prices, choices, scratch, BestRow::k_any);
          ASSERT_TRUE(quick) << "seed " << seed;
          EXPECT_GE(quick->price, *least) << "seed " << seed;
          EXPECT_LE(quick->bound, *least) << "seed " << seed;
          EXPECT_TRUE(check_row(problem, carer, quick->row).empty()) << "seed " << seed;
        }
        ++(found ? compared : impossible);
      }
    }
  }
  EXPECT_GT(compared, 400);
  EXPECT_GT(impossible, 20);
}

}  // namespace
}  // namespace laoyou::roster
