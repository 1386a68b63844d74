#include "app/indicators_command.h"

#include <gmock/gmock.h>

#include "app/engine_command_test.h"

namespace laoyou::app {
namespace {

class IndicatorsCommand : public testing::Test {
 protected:
  CommandRun::Ended ask(const std::vector<std::string>& more) {
    std::vector<std::string> words{"--plan", "plans/karamay", "--data", run_.path("data"), "--json"};
    words.insert(words.end(), more.begin(), more.end());
    return CommandRun::run(indicators_command, words);
  }
  void SetUp() override {
    std::filesystem::create_directories(run_.path("data"));
    ASSERT_EQ(CommandRun::run(demo_command, {"--plan", "plans/karamay", "--data", run_.path("data")}).exit_code, 0);
  }
  CommandRun run_;
};

}  // namespace

TEST_F(IndicatorsCommand, SaysForEveryIndicatorOfThePlanWhatIsComputedAndWhatWasReported) {
  const auto ended = ask({"--region", "650200000000", "--period", "2025"});
  ASSERT_EQ(ended.exit_code, 0) << ended.err;
  const auto answer = ended.json();
  EXPECT_EQ(answer.at("plan"), "karamay");
  const auto& beds = answer.at("indicators").at("bed_total").as_object();
  EXPECT_GT(beds.at("computed").to_number<double>(), 0);
  EXPECT_GT(beds.at("reported").to_number<double>(), 0) << "the demonstration reports it";
  EXPECT_EQ(beds.at("record"), "bed");
  for (const auto& [key, one] : answer.at("indicators").as_object()) EXPECT_TRUE(one.as_object().contains("computed") && one.as_object().contains("reported")) << key;
}

TEST_F(IndicatorsCommand, AValueThatThePlanItselfStatesIsTheReportedOneOfItsPeriod) {
  const auto answer = ask({"--period", "2022"}).json();
  EXPECT_EQ(answer.at("region"), "650200000000") << "the plan's own where none is named";
  EXPECT_EQ(answer.at("indicators").at("newborn_visit_rate").at("reported").to_number<double>(), 95.26);
}

TEST_F(IndicatorsCommand, WrongWordsAreNamed) {
  EXPECT_EQ(ask({"--period", "twenty"}).exit_code, 1);
  EXPECT_THAT(ask({"--period", "2025", "--region", "450200000000"}).err, testing::HasSubstr("--plan"));
  EXPECT_THAT(ask({"--period", "2025", "--region", "650299000000"}).err, testing::HasSubstr("--region"));
  EXPECT_EQ(CommandRun::run(indicators_command, {"--period", "2025"}).exit_code, 2);
  EXPECT_EQ(CommandRun::run(indicators_command, {"--plan", "plans", "--period", "2025", "--data", run_.path("data")}).exit_code, 1) << "which of them";
}

}  // namespace laoyou::app
