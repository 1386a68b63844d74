#include "app/subsidy_command.h"

#include <gmock/gmock.h>

#include "app/engine_command_test.h"
#include "app/synth_command.h"
#include "funds/calculation.h"

namespace laoyou::app {
namespace {

class SubsidyCommand : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    city = new CommandRun;
    const auto made = CommandRun::run(synth_command, {"--plan", "plans/karamay", "--people", "3000", "--seed", "1", "--data", city->path("data")});
    ASSERT_EQ(made.exit_code, 0) << made.err;
  }
  static void TearDownTestSuite() { delete city; }

  static CommandRun::Ended ask(std::vector<std::string> words) {
    words.insert(words.begin() + 1, {"--plan", "plans/karamay", "--data", city->path("data")});
    return CommandRun::run(subsidy_command, words);
  }
  static CommandRun::Ended run(const std::string& period, const std::vector<std::string>& more = {"--json"}) {
    std::vector<std::string> words{"run", "--subsidy", "high_age_allowance", "--period", period};
    words.insert(words.end(), more.begin(), more.end());
    return ask(words);
  }

  static CommandRun* city;
};

CommandRun* SubsidyCommand::city = nullptr;

}  // namespace

TEST_F(SubsidyCommand, TellsTotalsByRegionWhoIsUndecidedOrHeldBackAndTheDigestOfTheFile) {
  const std::string file = city->path("june.csv");
  const auto ended = run("2025-06", {"--json", "--file", file});
  ASSERT_EQ(ended.exit_code, 0) << ended.err;
  const auto answer = ended.json();
  EXPECT_EQ(answer.at("period"), "2025-06");
  EXPECT_GT(answer.at("paid").as_int64(), 0);
  std::int64_t paid = 0, total_fen = 0;
  for (const auto& region : answer.at("regions").as_array()) paid += region.at("paid").as_int64(), total_fen += region.at("total_fen").as_int64();
  EXPECT_EQ(paid, answer.at("paid").as_int64()) << "the regions add up to the whole";
  EXPECT_EQ(total_fen, answer.at("total_fen").as_int64());
  EXPECT_TRUE(answer.at("undecided").as_object().contains("missing"));
  EXPECT_TRUE(answer.at("held_back").as_object().contains("checks"));
  EXPECT_EQ(answer.at("file_sha256").as_string(), funds::digest_of(city->text_of("june.csv")));
}

TEST_F(SubsidyCommand, TheSamePeriodAgainGivesIdenticalBytesFromWhatWasFrozen) {
  const auto first = run("2025-05").json(), again = run("2025-05").json();
  EXPECT_EQ(again.at("again"), true);
  EXPECT_EQ(again.at("file_sha256"), first.at("file_sha256"));
  EXPECT_EQ(again.at("inputs_sha256"), first.at("inputs_sha256"));
  const auto as_of = run("2025-05", {"--json", "--as-of", std::to_string(first.at("journal_sequence").as_int64())}).json();
  EXPECT_EQ(as_of.at("again"), false) << "computed from the registers as they were then";
  EXPECT_EQ(as_of.at("inputs_sha256"), first.at("inputs_sha256"));
}

TEST_F(SubsidyCommand, ATrialKeepsNothing) {
  ASSERT_EQ(run("2025-03", {"--json", "--trial"}).exit_code, 0);
  EXPECT_EQ(run("2025-03", {"--json", "--trial"}).json().at("again"), false);
  const auto ended = ask({"diff", "--subsidy", "high_age_allowance", "--from", "2025-03", "--to", "2025-06"});
  EXPECT_EQ(ended.exit_code, 1);
  EXPECT_THAT(ended.err, testing::HasSubstr("2025-03"));
}

TEST_F(SubsidyCommand, TheReasonsOfADifferenceAddUpToIt) {
  ASSERT_EQ(run("2025-07").exit_code, 0);
  ASSERT_EQ(run("2025-08").exit_code, 0);
  const auto ended = ask({"diff", "--subsidy", "high_age_allowance", "--from", "2025-07", "--to", "2025-08", "--json"});
  ASSERT_EQ(ended.exit_code, 0) << ended.err;
  const auto answer = ended.json();
  std::int64_t by_reason = 0, by_person = 0;
  for (const auto& reason : answer.at("reasons").as_object()) by_reason += reason.value().at("change_fen").as_int64();
  for (const auto& person : answer.at("people").as_array())
    for (const auto& step : person.at("steps").as_array()) by_person += step.at("change_fen").as_int64();
  const std::int64_t difference = answer.at("after_fen").as_int64() - answer.at("before_fen").as_int64();
  EXPECT_EQ(by_reason, difference);
  EXPECT_EQ(by_person, difference);
  const auto plainly = ask({"diff", "--subsidy", "high_age_allowance", "--from", "2025-07", "--to", "2025-08"});
  EXPECT_THAT(plainly.out, testing::Not(testing::HasSubstr("released"))) << "reasons are told in words";
}

TEST_F(SubsidyCommand, NamesWhatMayBeAskedForWhereAKeyIsMistyped) {
  const auto ended = ask({"run", "--subsidy", "high_age", "--period", "2025-06"});
  EXPECT_EQ(ended.exit_code, 1);
  EXPECT_THAT(ended.err, testing::HasSubstr("high_age_allowance"));
}

TEST_F(SubsidyCommand, AFolderWithoutDataIsRefusedAndNoneIsMade) {
  const std::string nowhere = city->path("nowhere");
  const auto ended = CommandRun::run(subsidy_command, {"run", "--plan", "plans/karamay", "--data", nowhere, "--subsidy", "high_age_allowance", "--period", "2025-06"});
  EXPECT_EQ(ended.exit_code, 1);
  EXPECT_THAT(ended.err, testing::HasSubstr("nowhere"));
  EXPECT_FALSE(std::filesystem::exists(nowhere));
}

TEST_F(SubsidyCommand, WrongWordsGetTheUsage) {
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{{}, {"run"}, {"diff", "--plan", "p", "--subsidy", "s"}, {"pay", "--plan", "p"}}) {
    const auto ended = CommandRun::run(subsidy_command, words);
    EXPECT_EQ(ended.exit_code, 2);
    EXPECT_THAT(ended.err, testing::HasSubstr("laoyou subsidy"));
  }
}

}  // namespace laoyou::app
