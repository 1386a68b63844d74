#include <algorithm>

#include "engines/matching/example_test.h"
#include "engines/matching/explain.h"
#include "engines/matching/next_round.h"
#include "engines/matching/samples/random_problem.h"

namespace laoyou::matching {
namespace {

TEST(MatchingReasons, EachPlaceAboveTellsTheLastAdmittedAndWhatWasMissing) {
  const std::string families = one("a", "['P']", "'points':5") + "," + one("b", "['P']", "'points':4") + "," + one("c", "['P','Q']", "'points':2") + "," + one("d", "['Q','P']", "'points':1");
  const Solved solved(problem_of(problem_text(place("P", 1) + "," + place("Q", 1), families)));
  EXPECT_EQ(solved.place_of("c"), "Q");
  const auto reasons = Reasons(solved.market, solved.answer).of(solved.family("c"));
  ASSERT_EQ(reasons.size(), 1u);
  ASSERT_EQ(reasons[0].misses.size(), 1u);
  const Miss& miss = reasons[0].misses[0];
  EXPECT_EQ(miss.last->points, 5);
  EXPECT_EQ(miss.own.points, 2);
  EXPECT_EQ(miss.families_ahead, 1) << "b waits ahead; d has a lower priority";
  EXPECT_EQ(miss.seats_short, 1);
}

/// The answer with `more` seats in a pool.
Problem with_seats(Problem problem, const Pool& pool, int more) {
  problem.places[static_cast<std::size_t>(pool.place)].groups[static_cast<std::size_t>(pool.group)].seats[static_cast<std::size_t>(pool.session)] += more;
  return problem;
}

TEST(MatchingReasons, WithTheSeatsThatAreShortAndAllOthersAsTheyAreTheFamilyWouldBeAdmittedAndWithOneFewerNot) {
  SeededRandom random(31);
  int tried = 0;
  Mixture mixture;
  mixture.least = false;
  for (int number = 0; number < 1'500; ++number) {
    const Problem problem = random_problem(random, mixture);
    if (!make_market(problem)) continue;
    const Solved solved(problem);
    const Reasons reasons(solved.market, solved.answer);
    const Claimed claimed = claimed_by(solved.market, solved.answer.option_of, solved.answer.closed);
    for (int family = 0; family < solved.market.families(); ++family)
      for (const Missed& missed : reasons.of(family)) {
        if (missed.misses.size() != 1 || missed.misses[0].seats_short == 0) continue;
        const Miss& miss = missed.misses[0];
        const Pool& pool = solved.market.pools[static_cast<std::size_t>(miss.pool)];
        // The family's other wishes are taken away: it blocks exactly when this one admits it.
        Problem alone = problem;
        auto& wishes = alone.families[static_cast<std::size_t>(family)].wishes;
        const auto has = claimed.seats[static_cast<std::size_t>(family)];
        wishes = {solved.market.options[static_cast<std::size_t>(family)][static_cast<std::size_t>(missed.option)]};
        if (!has.empty()) wishes.push_back(has);
        const auto blocks = [&](int more) {
          const Judgement judgement = check(with_seats(alone, pool, more), claimed);
          return std::count(judgement.blocking.begin(), judgement.blocking.end(), family) == 1;
        };
        ASSERT_TRUE(blocks(miss.seats_short)) << number;
        ASSERT_FALSE(blocks(miss.seats_short - 1)) << number;
        ++tried;
      }
  }
  EXPECT_GT(tried, 500);
}

TEST(MatchingReasons, TheCutOffsAloneGiveEveryFamilyWithOneSeatItsPlace) {
  SeededRandom random(32);
  Mixture mixture;
  mixture.siblings = mixture.sessions = mixture.least = mixture.holders = false;
  for (int number = 0; number < 1'000; ++number) {
    const Problem problem = random_problem(random, mixture);
    const Solved solved(problem);
    const auto cutoffs = Reasons(solved.market, solved.answer).cutoffs();
    for (int family = 0; family < solved.market.families(); ++family) {
      int first = solved.market.nothing(family);
      for (int option = first - 1; option >= 0; --option) {
        const PoolClaim& claim = solved.market.claims[static_cast<std::size_t>(family)][static_cast<std::size_t>(option)][0];
        const auto cutoff = std::find_if(cutoffs.begin(), cutoffs.end(), [&](const Cutoff& each) { return each.pool == claim.pool && each.quota == claim.claim.quota; });
        const Key& own = solved.market.keys[static_cast<std::size_t>(solved.market.pools[static_cast<std::size_t>(claim.pool)].unit)][static_cast<std::size_t>(claim.claim.rank)];
        if (cutoff->open || (cutoff->last && compare(own, *cutoff->last, problem.priority) <= 0)) first = option;
      }
      ASSERT_EQ(solved.answer.option_of[static_cast<std::size_t>(family)], first) << number;
    }
  }
}

TEST(MatchingReasons, WhatWouldChangeItIsTriedBySolvingAgain) {
  const std::string families = one("a", "['P']", "'points':5") + "," + one("b", "['P']", "'points':4") + "," + one("c", "['P','Q']", "'points':2");
  const Problem problem = problem_of(problem_text(place("P", 1) + "," + place("Q", 1), families));
  const auto explained = explain(problem, 2, {});
  ASSERT_TRUE(explained.has_value());
  ASSERT_EQ(explained->changes.size(), 1u);
  const Change& change = explained->changes[0];
  EXPECT_EQ(change.more_seats, 2) << "the first further seat goes to b";
  ASSERT_TRUE(change.standing.has_value());
  EXPECT_EQ(change.standing->points, 6);
  EXPECT_TRUE(change.standing_helps);
  EXPECT_FALSE(change.wish_helps);
  EXPECT_TRUE(explained->answer.truthful);
}

TEST(MatchingReasons, ANextRoundLeavesNobodyWorseAndWhoWaitsOnMovesUp) {
  const std::string families = one("a", "['P']", "'points':5") + ",{'id':'c','waits':true,'wishes':['P','Q'],'members':[{'id':'c1','grade':'1','points':2}]}," + one("d", "['Q']", "'points':1");
  const Solved first(problem_of(problem_text(place("P", 1) + "," + place("Q", 1), families)));
  EXPECT_EQ(first.place_of("c"), "Q");
  Problem next = next_round(first.problem, claimed_by(first.market, first.answer.option_of, first.answer.closed));
  EXPECT_EQ(Solved(next).place_of("c"), "Q");
  next.places[0].groups[0].seats[0] += 1;
  const Solved second(next);
  EXPECT_EQ(second.place_of("a"), "P");
  EXPECT_EQ(second.place_of("c"), "P");
  EXPECT_EQ(second.place_of("d"), "Q") << "the seat that c gave up";
}

TEST(MatchingReasons, RoundAfterRoundSeatsAndQuotasHold) {
  SeededRandom random(33);
  for (int number = 0; number < 500; ++number) {
    Problem problem = random_problem(random, {});
    for (int round = 0; round < 3; ++round) {
      if (!make_market(problem)) break;
      const Solved solved(problem);
      const Judgement judgement = solved.judged();
      ASSERT_TRUE(judgement.valid()) << number << " " << told(judgement.broken);
      Problem next = next_round(problem, claimed_by(solved.market, solved.answer.option_of, solved.answer.closed));
      for (const Place& each : next.places)
        for (const Group& group : each.groups)
          for (const int seats : group.seats) ASSERT_GE(seats, 0) << number;
      ASSERT_TRUE(make_market(next).has_value()) << number;
      problem = std::move(next);
    }
  }
}

}  // namespace
}  // namespace laoyou::matching
