#include <algorithm>

#include "engines/matching/example_test.h"
#include "engines/matching/format/answer_json.h"
#include "engines/matching/format/daycarecp.h"
#include "engines/matching/format/own_wishes.h"
#include "engines/matching/format/write_problem.h"
#include "engines/matching/samples/random_problem.h"

namespace laoyou::matching {
namespace {

namespace json = boost::json;

TEST(MatchingFormat, AProblemWrittenAndReadIsTheSameProblem) {
  SeededRandom random(5);
  for (int number = 0; number < 200; ++number) {
    const Problem problem = random_problem(random, {});
    const auto once = write_problem(problem);
    const auto again = read_problem(json::serialize(once));
    ASSERT_TRUE(again.has_value()) << told(again.error());
    ASSERT_EQ(write_problem(*again), once);
  }
}

TEST(MatchingFormat, EverythingWrongIsToldWithItsPath) {
  std::string text = "{'places':[{'id':'P','groups':[{'id':'g','grades':['1','1'],'seats':-1}]}],'families':[{'id':'f','members':[{'id':'m','grade':'2','wish':1}],'wishes':['P','R',null,['P','P']]}]}";
  for (char& each : text)
    if (each == '\'') each = '"';
  const auto read = read_problem(text);
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(told(read.error()),
            "dispatch.json.out_of_range /places/0/groups/0/seats\n"
            "matching.grade_twice /places/0/groups/0/grades\n"
            "dispatch.json.unknown_member /families/0/members/0/wish\n"
            "matching.no_group /families/0/wishes/0\n"
            "dispatch.json.unknown_id /families/0/wishes/1\n"
            "matching.wish_empty /families/0/wishes/1\n"
            "matching.wish_empty /families/0/wishes/2\n"
            "matching.wish_repeated /families/0/wishes/2\n"
            "matching.wish_size /families/0/wishes/3\n");
}

std::vector<std::vector<int>> places(const std::vector<Option>& options) {
  std::vector<std::vector<int>> found;
  for (const Option& option : options) {
    found.emplace_back();
    for (const Seat& seat : option) found.back().push_back(seat.place);
  }
  return found;
}

TEST(MatchingFormat, OwnWishesAreCombinedTogetherOrApart) {
  const std::vector<std::vector<Seat>> own{{{0, 0}, {1, 0}}, {{1, 0}, {0, 0}}};
  using Places = std::vector<std::vector<int>>;
  EXPECT_EQ(places(*combine(own, Together::must, false, 100)), (Places{{0, 0}, {1, 1}}));
  EXPECT_EQ(places(*combine(own, Together::prefer, false, 100)), (Places{{0, 0}, {1, 1}, {0, 1}, {1, 0}}));
  EXPECT_EQ(places(*combine(own, Together::free, false, 100)), (Places{{0, 1}, {0, 0}, {1, 1}, {1, 0}}));
  EXPECT_EQ(places(*combine(own, Together::apart, false, 100)), (Places{{0, 1}, {1, 0}}));
  EXPECT_EQ(places(*combine(own, Together::must, true, 100)), (Places{{0, 0}, {1, 1}, {0, -1}, {-1, 1}, {1, -1}, {-1, 0}}));
  EXPECT_FALSE(combine(own, Together::free, false, 3).has_value());
}

TEST(MatchingFormat, TheFileOfAnAnswerIsJudgedAndAnAlteredOneFound) {
  SeededRandom random(6);
  for (int number = 0; number < 200; ++number) {
    const Problem problem = random_problem(random, {});
    if (!make_market(problem)) continue;
    const Solved solved(problem);
    json::value file = json::parse(json::serialize(write_answer(solved.market, solved.answer)));
    const auto claimed = read_claimed(problem, file);
    ASSERT_TRUE(claimed.has_value()) << told(claimed.error());
    const Judgement judgement = check(problem, *claimed);
    ASSERT_EQ(told(compare_claims(problem, file, judgement)), "") << number;
    file.as_object()["placed"] = 99;
    file.as_object()["cutoffs"].as_array()[0].as_object()["open"] = "perhaps";
    ASSERT_EQ(told(compare_claims(problem, file, judgement)), "matching.claim_differs /placed\nmatching.claim_differs /cutoffs\n");
  }
}

TEST(MatchingFormat, ThePublicInstancesFormIsRead) {
  std::string text = "{'daycares':[{'id':4,'recruiting_numbers_list':[1,0],'share_ages_list':[[0,1]],'priority_child_id_list':[7,8,9]},{'id':5,'recruiting_numbers_list':[1,1],'share_ages_list':[],'priority_child_id_list':[9]}],"
                     "'children':[{'id':7,'age':0,'family_id':1,'initial_daycare_id':null},{'id':8,'age':1,'family_id':1,'initial_daycare_id':null},{'id':9,'age':1,'family_id':2,'initial_daycare_id':5}],"
                     "'families':[{'id':1,'children':[7,8],'pref':[[4,4],[4,9999]]},{'id':2,'children':[9],'pref':[4,5]}]}";
  for (char& each : text)
    if (each == '\'') each = '"';
  const auto read = read_daycarecp(text);
  ASSERT_TRUE(read.has_value()) << told(read.error());
  const Solved solved(*read);
  EXPECT_EQ(solved.place_of("1", 0), "4");
  EXPECT_EQ(solved.place_of("1", 1), "");
  EXPECT_EQ(solved.place_of("2"), "5");
}

}  // namespace
}  // namespace laoyou::matching
