#include "app/assess_command.h"

#include <gmock/gmock.h>

#include <random>

#include "app/chosen_plan.h"
#include "app/engine_command_test.h"
#include "assessments/scale_of.h"
#include "engines/assessment/score.h"

namespace laoyou::app {
namespace {

const plan::Instrument& instrument(std::string_view key) {
  static const ChosenPlan plan = choose_plan("plans/karamay", std::nullopt).value();
  for (const auto& row : plan.plan->content.instruments)
    if (row.value.instrument == key) return row.value;
  throw std::logic_error("no such instrument");
}

/// Every item at the option that many steps from the best.
std::string answers_json(int steps, const std::string& found = "") {
  std::string items;
  for (const auto& dimension : instrument("ability_gbt42195").dimensions)
    for (const auto& item : dimension.items) {
      int best = 0;
      for (const auto& option : item.options) best = std::max(best, option.score);
      items += (items.empty() ? "\"" : ",\"") + item.key + "\":" + std::to_string(std::max(0, best - steps));
    }
  return "{\"scores\":{" + items + "},\"found\":[" + found + "]}";
}

}  // namespace

TEST(AssessCommand, TheStandardsGradesComeFromItsTotals) {
  CommandRun run;
  const auto of = [&](const std::string& answers) {
    const auto ended = CommandRun::run(assess_command, {"--plan", "plans/karamay", "--answers", run.file("answers.json", answers), "--json"});
    EXPECT_EQ(ended.exit_code, 0) << ended.err;
    const auto json = ended.json();
    return std::to_string(json.at("total").as_int64()) + " " + std::to_string(json.at("first_grade").as_int64()) + ">" + std::to_string(json.at("grade").as_int64());
  };
  EXPECT_EQ(of(answers_json(0)), "90 0>0");
  EXPECT_EQ(of(answers_json(1)), "64 2>2") << "26 items one worse";
  EXPECT_EQ(of(answers_json(9)), "0 4>4");
  EXPECT_EQ(of(answers_json(0, "\"mental_disorder\",\"care_risk_events\"")), "90 0>1") << "worse by one grade, once";
  EXPECT_EQ(of(answers_json(0, "\"coma\"")), "90 0>4");
}

TEST(AssessCommand, WrongAnswersAreNamedByItem) {
  CommandRun run;
  const auto ended = CommandRun::run(assess_command, {"--plan", "plans/karamay", "--answers", run.file("answers.json", "{\"scores\":{\"eating\":9}}")});
  EXPECT_EQ(ended.exit_code, 1);
  EXPECT_THAT(ended.err, testing::AllOf(testing::HasSubstr("eating"), testing::HasSubstr("bathing")));
  EXPECT_EQ(CommandRun::run(assess_command, {"--plan", "plans/karamay", "--answers", run.file("broken.json", "[")}).exit_code, 1);
  EXPECT_EQ(CommandRun::run(assess_command, {"--plan", "plans/karamay"}).exit_code, 2);
}

// In all instruments of the plans: where high scores are able, a lower score is worse; where they count what cannot be done, a higher one.
TEST(AssessCommand, AWorseAnswerNeverGivesABetterGradeInAnyInstrument) {
  std::mt19937 chance(1);
  for (const char* key : {"ability_gbt42195", "ltc_2021", "ltc_self_assessment"}) {
    const assessment::Scale scale = assessments::scale_of(instrument(key));
    const auto& bands = scale.dimensions.front().bands.empty() ? scale.bands : scale.dimensions.front().bands;
    const auto by_score = std::minmax_element(bands.begin(), bands.end(), [](const auto& a, const auto& b) { return a.from < b.from; });
    const bool low_is_worse = by_score.first->grade > by_score.second->grade;
    for (int trial = 0; trial < 3'000; ++trial) {
      assessment::Answers before;
      std::vector<const assessment::Item*> items;
      for (const auto& dimension : scale.dimensions)
        for (const auto& item : dimension.items) {
          items.push_back(&item);
          before.scores[item.key] = item.scores[chance() % item.scores.size()];
        }
      for (const auto& change : scale.changes)
        if (chance() % 4 == 0) before.found_changes.insert(change.key);
      assessment::Answers after = before;
      const assessment::Item& changed = *items[chance() % items.size()];
      const int other = changed.scores[chance() % changed.scores.size()], was = before.scores[changed.key];
      after.scores[changed.key] = low_is_worse ? std::min(was, other) : std::max(was, other);
      ASSERT_GE(assessment::score(scale, after).value().grade, assessment::score(scale, before).value().grade) << key << " " << changed.key;
    }
  }
}

TEST(Instruments, TheAbilityStandardHasTwentySixItemsAndNinetyPoints) {
  const assessment::Scale scale = assessments::scale_of(instrument("ability_gbt42195"));
  std::vector<int> most;
  std::size_t items = 0;
  for (const auto& dimension : scale.dimensions) {
    int sum = 0;
    for (const auto& item : dimension.items) sum += *std::max_element(item.scores.begin(), item.scores.end());
    most.push_back(sum);
    items += dimension.items.size();
  }
  EXPECT_EQ(items, 26u);
  EXPECT_THAT(most, testing::ElementsAre(32, 15, 28, 15));
}

}  // namespace laoyou::app
