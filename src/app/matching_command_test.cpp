#include "app/matching_command.h"

#include "app/engine_command_test.h"

namespace laoyou::app {
namespace {

const char* const k_problem =
    R"({"places":[{"id":"P","groups":[{"id":"g","grades":["1"],"seats":1}]},{"id":"Q","groups":[{"id":"g","grades":["1"],"seats":1}]}],)"
    R"("families":[{"id":"a","members":[{"id":"a1","grade":"1","points":2}],"wishes":["P"]},{"id":"b","waits":true,"members":[{"id":"b1","grade":"1","points":1}],"wishes":["P","Q"]}]})";

class MatchingCommand : public testing::Test {
 protected:
  CommandRun run_;
  std::string problem_ = run_.file("in.json", k_problem);
};

TEST_F(MatchingCommand, SolvesAndItsAnswerPassesTheChecker) {
  const auto solved = run_.run(matching_command, {"solve", problem_});
  ASSERT_EQ(solved.exit_code, 0) << solved.err;
  const auto answer = solved.json();
  EXPECT_EQ(answer.at("placed"), 2);
  EXPECT_EQ(answer.at("blocking"), 0);
  EXPECT_TRUE(answer.contains("seconds"));
  const auto checked = run_.run(matching_command, {"check", problem_, run_.file("out.json", solved.out)});
  EXPECT_EQ(checked.exit_code, 0) << checked.out;
}

TEST_F(MatchingCommand, AnAlteredAnswerIsFound) {
  std::string text = run_.run(matching_command, {"solve", problem_}).out;
  text.replace(text.find("\"placed\":2"), 10, "\"placed\":3");
  const auto checked = run_.run(matching_command, {"check", problem_, run_.file("out.json", text)});
  EXPECT_EQ(checked.exit_code, 1);
  EXPECT_NE(checked.out.find("matching.claim_differs"), std::string::npos) << checked.out;
}

TEST_F(MatchingCommand, ExplainsAFamilyAndRefusesAnUnknownOne) {
  const auto explained = run_.run(matching_command, {"explain", problem_, "b"});
  ASSERT_EQ(explained.exit_code, 0) << explained.err;
  const auto answer = explained.json();
  EXPECT_EQ(answer.at("wish"), 2);
  const auto& change = answer.at("changes").as_array().at(0).as_object();
  EXPECT_EQ(change.at("more_seats"), 1);
  EXPECT_EQ(change.at("as_only_wish_it_is_had"), false);
  EXPECT_EQ(change.at("with_that_standing_it_is_had"), true);
  const auto unknown = run_.run(matching_command, {"explain", problem_, "z"});
  EXPECT_EQ(unknown.exit_code, 1);
  EXPECT_NE(unknown.err.find("matching.no_family"), std::string::npos) << unknown.err;
}

TEST_F(MatchingCommand, ANextRoundAndASampleCanBeSolved) {
  run_.file("out.json", run_.run(matching_command, {"solve", problem_}).out);
  const auto next = run_.run(matching_command, {"next", problem_, run_.path("out.json")});
  ASSERT_EQ(next.exit_code, 0) << next.err;
  EXPECT_EQ(run_.run(matching_command, {"solve", run_.file("next.json", next.out)}).json().at("placed"), 2);
  const auto town = run_.run(matching_command, {"sample", "--children", "60", "--places", "5", "--seed", "4"});
  ASSERT_EQ(town.exit_code, 0) << town.err;
  EXPECT_EQ(run_.run(matching_command, {"solve", run_.file("town.json", town.out), "--totals"}).exit_code, 0);
}

TEST_F(MatchingCommand, WrongWordsAndFilesAreToldWithTheirPlace) {
  EXPECT_EQ(run_.run(matching_command, {"solve"}).exit_code, 2);
  EXPECT_EQ(run_.run(matching_command, {"solve", problem_, "--format", "other"}).exit_code, 2);
  const auto refused = run_.run(matching_command, {"solve", run_.file("broken.json", R"({"families":[{"id":"a","members":[{"id":"x","grade":"1"}],"wishes":["P"]}]})")});
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_NE(refused.err.find("dispatch.json.unknown_id " + run_.path("broken.json") + ":/families/0/wishes/0"), std::string::npos) << refused.err;
}

}  // namespace
}  // namespace laoyou::app
