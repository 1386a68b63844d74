#include <algorithm>

#include "engines/matching/example_test.h"
#include "engines/matching/samples/mallows.h"
#include "engines/matching/samples/random_problem.h"

namespace laoyou::matching {
namespace {

TEST(Matching, ClassThenPointsThenDistanceThenTheLotDecide) {
  const std::string families = one("a", "['P']", "'class':'late','points':9") + "," + one("b", "['P']", "'class':'early','points':1") + "," +
                               one("c", "['P']", "'class':'early','points':2,'distance_m':300") + "," + one("d", "['P']", "'class':'early','points':2,'distance_m':200");
  for (int seats = 1; seats <= 4; ++seats) {
    const Solved solved(problem_of(problem_text(place("P", seats), families, "'classes':['early','late']")));
    const std::vector<std::string> order{"d", "c", "b", "a"};
    for (int i = 0; i < 4; ++i) EXPECT_EQ(solved.place_of(order[static_cast<std::size_t>(i)]), i < seats ? "P" : "") << seats;
  }
}

TEST(Matching, ATieIsRefusedUnlessADrawDecidesIt) {
  const std::string families = one("a", "['P']", "") + "," + one("b", "['P']", "");
  const Problem tied = problem_of(problem_text(place("P", 1), families));
  const auto market = make_market(tied);
  ASSERT_FALSE(market.has_value());
  EXPECT_EQ(told(market.error()), "matching.tie_undecided /families\n");
  EXPECT_TRUE(make_market(problem_of(problem_text(place("P", 1), families, "'seed':'482'"))).has_value());
}

TEST(Matching, SiblingsGetTheirPlacesTogetherOrNotAtAll) {
  const std::string twins = "{'id':'t','wishes':[['P','P']],'members':[{'id':'t1','grade':'1','points':5},{'id':'t2','grade':'2','points':1}]}";
  const Solved alone(problem_of(problem_text(place("P", 2), twins + "," + one("a", "['P']", "'points':3") + "," + one("b", "['P']", "'points':2"))));
  EXPECT_EQ(alone.place_of("t"), "");
  EXPECT_EQ(alone.place_of("a"), "P");
  EXPECT_EQ(alone.place_of("b"), "P");
  const Solved roomy(problem_of(problem_text(place("P", 3), twins + "," + one("a", "['P']", "'points':3") + "," + one("b", "['P']", "'points':0"))));
  EXPECT_EQ(roomy.place_of("t", 0), "P");
  EXPECT_EQ(roomy.place_of("t", 1), "P");
  EXPECT_EQ(roomy.place_of("b"), "");
}

// Two siblings and a child where no answer is without a blocking family (Sun and others 2025, theorem 1).
TEST(Matching, WhereNobodyCanBeStableTheFewestBlockAndItIsProved) {
  const std::string points[] = {"{'place':'1','points':3},{'place':'2','points':3},{'place':'3','points':3}", "{'place':'1','points':1},{'place':'2','points':1},{'place':'3','points':1}"};
  const std::string families = "{'id':'s','wishes':[['1','2'],['2','3']],'members':[{'id':'s1','grade':'1','at':[" + points[0] + "]},{'id':'s2','grade':'1','at':[" + points[1] + "]}]}," +
                               one("c", "['1','2']", "'points':2");
  const Solved solved(problem_of(problem_text(place("1", 1) + "," + place("2", 1) + "," + place("3", 1), families)));
  const auto all = enumerate(solved.market, solved.answer.closed, 1'000);
  EXPECT_EQ(static_cast<int>(solved.answer.blocking.size()), all->fewest_blocking);
  EXPECT_TRUE(solved.answer.proved());
}

TEST(Matching, ReservedSeatsGoToTheirOwnFirstAndLimitsHold) {
  const std::string families = one("a", "['P']", "'points':9") + "," + one("b", "['P']", "'points':8") + "," + one("c", "['P']", "'points':1,'traits':['inclusive']") + "," +
                               one("d", "['P']", "'points':7,'traits':['inclusive']");
  const Solved reserved(problem_of(problem_text(place("P", 2, "'quotas':[{'trait':'inclusive','reserved':1}]"), families)));
  EXPECT_EQ(reserved.place_of("a"), "P");
  EXPECT_EQ(reserved.place_of("d"), "P");
  EXPECT_EQ(reserved.place_of("b"), "");
  const Solved limited(problem_of(problem_text(place("P", 4, "'quotas':[{'trait':'inclusive','most':1}]"), families)));
  EXPECT_EQ(limited.place_of("d"), "P");
  EXPECT_EQ(limited.place_of("c"), "");
  const Solved kept(problem_of(problem_text(place("P", 3, "'quotas':[{'trait':'deaf','reserved':2,'kept':true}]"), families)));
  EXPECT_EQ(kept.place_of("a"), "P");
  EXPECT_EQ(kept.place_of("b"), "");
}

TEST(Matching, AGroupBelowItsLeastDoesNotOpenAndItsFamiliesGoElsewhere) {
  const std::string families = one("a", "['P','Q']", "'points':2") + "," + one("b", "['P','Q']", "'points':1");
  const Solved solved(problem_of(problem_text(place("P", 5, "'least':3") + "," + place("Q", 5, "'least':2"), families)));
  EXPECT_EQ(solved.place_of("a"), "Q");
  EXPECT_EQ(solved.place_of("b"), "Q");
  EXPECT_EQ(solved.answer.closed, (Closed{1, 0}));
  EXPECT_TRUE(solved.judged().valid());
}

TEST(Matching, WhoHoldsASeatNeverEndsWithLess) {
  const std::string families = one("a", "['Q']", "'points':0,'current':'P'") + "," + one("b", "['P']", "'points':9") + "," + one("c", "['Q']", "'points':9");
  const Solved solved(problem_of(problem_text(place("P", 0) + "," + place("Q", 1), families)));
  EXPECT_EQ(solved.place_of("a"), "P");
  EXPECT_EQ(solved.place_of("b"), "");
  const Solved moved(problem_of(problem_text(place("P", 0) + "," + place("Q", 2), families)));
  EXPECT_EQ(moved.place_of("a"), "Q");
  EXPECT_EQ(moved.place_of("b"), "P") << "the seat given up goes to the next";
}

TEST(Matching, HalfDaysShareOneSeat) {
  const std::string rules = "'sessions':['morning','afternoon'],'patterns':[{'id':'full','sessions':['morning','afternoon']},{'id':'mornings','sessions':['morning']},{'id':'afternoons','sessions':['afternoon']}]";
  const std::string families = one("a", "[{'place':'P','pattern':'mornings'}]", "'points':3") + "," + one("b", "['P',{'place':'P','pattern':'afternoons'}]", "'points':2") + "," +
                               one("c", "[{'place':'P','pattern':'afternoons'}]", "'points':1");
  const Solved solved(problem_of(problem_text(place("P", 1), families, rules)));
  EXPECT_EQ(solved.place_of("a"), "P");
  EXPECT_EQ(solved.place_of("b"), "P");
  EXPECT_EQ(solved.place_of("c"), "");
  EXPECT_EQ(solved.answer.option_of[1], 1);
}

TEST(Matching, TheOrderOfRowsDecidesNothing) {
  SeededRandom random(7);
  for (int number = 0; number < 300; ++number) {
    const Problem problem = random_problem(random, {});
    if (!make_market(problem)) continue;
    const Solved solved(problem);
    Problem shuffled = problem;
    std::vector<std::size_t> now(problem.places.size());
    std::reverse(shuffled.places.begin(), shuffled.places.end());
    const auto turn = [&](int& place) { place = place == k_none ? k_none : static_cast<int>(problem.places.size()) - 1 - place; };
    for (Family& family : shuffled.families) {
      for (Member& member : family.members) {
        turn(member.current.place);
        for (StandingAt& at : member.at) turn(at.place);
        std::reverse(member.at.begin(), member.at.end());
      }
      for (Option& option : family.wishes)
        for (Seat& seat : option) turn(seat.place);
    }
    std::rotate(shuffled.families.begin(), shuffled.families.begin() + static_cast<std::ptrdiff_t>(random.below(shuffled.families.size())), shuffled.families.end());
    const Solved again(in_order(shuffled));
    ASSERT_EQ(again.answer.option_of, solved.answer.option_of) << number;
    ASSERT_EQ(again.answer.closed, solved.answer.closed) << number;
  }
}

TEST(Matching, ATownWhoseSiblingsStandTogetherIsPlacedWithoutBlocking) {
  Town town;
  town.children = 800;
  town.places = 30;
  const Problem problem = mallows_town(town);
  ASSERT_TRUE(make_market(problem).has_value());
  const Solved solved(problem);
  EXPECT_TRUE(solved.answer.blocking.empty());
  const Judgement judgement = solved.judged();
  EXPECT_TRUE(judgement.valid()) << told(judgement.broken);
  EXPECT_TRUE(judgement.blocking.empty());
}

TEST(Matching, TheCheckerFindsEachBrokenRule) {
  const std::string families = one("a", "['P']", "'points':2") + "," + one("b", "['P']", "'points':1,'traits':['x']") + "," + one("c", "['P','Q']", "'points':0,'traits':['x']");
  const Problem problem = problem_of(problem_text(place("P", 2, "'quotas':[{'trait':'x','most':1}]") + "," + place("Q", 3, "'least':2"), families));
  const Option p{{0, 0}}, q{{1, 0}};
  EXPECT_EQ(told(check(problem, {{p, p, q}, {}}).broken), "matching.below_least /places/Q\n");
  EXPECT_EQ(told(check(problem, {{p, p, p}, {}}).broken), "matching.above_quota /places/P\nmatching.above_capacity /places/P\n");
  EXPECT_EQ(told(check(problem, {{p, q, {}}, {{1, 0}}}).broken), "matching.not_wished /families/b\nmatching.below_least /places/Q\nmatching.in_closed /places/Q\n");
  const Judgement free = check(problem, {{p, {}, {}}, {{1, 0}}});
  EXPECT_TRUE(free.valid());
  EXPECT_EQ(free.blocking, (std::vector<int>{1, 2}));
}

}  // namespace
}  // namespace laoyou::matching
