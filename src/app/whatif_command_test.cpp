#include "app/whatif_command.h"

#include <gmock/gmock.h>

#include "app/engine_command_test.h"
#include "app/synth_command.h"

namespace laoyou::app {
namespace {

class WhatIfCommand : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    city = new CommandRun;
    const auto made = CommandRun::run(synth_command, {"--plan", "plans/karamay", "--people", "2000", "--seed", "1", "--data", city->path("data")});
    ASSERT_EQ(made.exit_code, 0) << made.err;
  }
  static void TearDownTestSuite() { delete city; }

  static CommandRun::Ended ask(std::vector<std::string> words) {
    words.insert(words.begin(), {"--plan", "plans/karamay", "--data", city->path("data"), "--period", "2026-06"});
    return CommandRun::run(whatif_command, words);
  }

  static CommandRun* city;
};

CommandRun* WhatIfCommand::city = nullptr;

const boost::json::object& total_in(const boost::json::object& answer, std::string_view key) {
  for (const auto& total : answer.at("variants").as_array().at(0).at("totals").as_array())
    if (total.at("key").as_string() == key) return total.as_object();
  throw std::out_of_range(std::string(key));
}

}  // namespace

TEST_F(WhatIfCommand, TellsWhatAnotherAmountCostsAndWhomItReachesPlaceByPlace) {
  const auto ended = ask({"--set", "high_age_allowance_amount={80..89: 80元, 90..: 150元}", "--json"});
  ASSERT_EQ(ended.exit_code, 0) << ended.err;
  const auto answer = ended.json();
  const auto& total = total_in(answer, "high_age_allowance_total");
  const auto& whole = total.at("whole").as_object();
  EXPECT_GT(whole.at("after").to_number<double>(), whole.at("before").to_number<double>());
  EXPECT_GT(whole.at("gain").as_int64(), 0);
  EXPECT_EQ(whole.at("reach_before"), whole.at("reach_after"));
  std::int64_t gain = 0;
  for (const auto& row : total.at("rows").as_array()) gain += row.at("gain").as_int64();
  EXPECT_EQ(gain, whole.at("gain").as_int64());
}

TEST_F(WhatIfCommand, NothingChangedCostsNothingAndIsShownWhereAsked) {
  const auto ended = ask({"--total", "high_age_allowance_total", "--json"});
  ASSERT_EQ(ended.exit_code, 0) << ended.err;
  const auto answer = ended.json();
  const auto& whole = total_in(answer, "high_age_allowance_total").at("whole").as_object();
  EXPECT_EQ(whole.at("before"), whole.at("after"));
  EXPECT_EQ(whole.at("gain"), 0);
}

TEST_F(WhatIfCommand, NamesWhatIsWrongWithAChange) {
  EXPECT_THAT(ask({"--set", "no_such_parameter=80元"}).err, testing::HasSubstr("rules.unknown_patch"));
  EXPECT_THAT(ask({"--set", "high_age_allowance_amount=80元"}).err, testing::HasSubstr("rules.parameter_shape"));
  EXPECT_EQ(ask({"--set", "x"}).exit_code, 2);
  EXPECT_EQ(ask({"--set"}).exit_code, 2);
  EXPECT_EQ(CommandRun::run(whatif_command, {}).exit_code, 2);
}

TEST_F(WhatIfCommand, AFolderWithoutDataIsRefusedAndNoneIsMade) {
  const std::string nowhere = city->path("nowhere");
  const auto ended = CommandRun::run(whatif_command, {"--plan", "plans/karamay", "--data", nowhere, "--set", "low_income_line=1500元"});
  EXPECT_EQ(ended.exit_code, 1);
  EXPECT_FALSE(std::filesystem::exists(nowhere));
}

}  // namespace laoyou::app
