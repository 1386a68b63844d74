// A city is made, and its plan's own counts and figures come out of it.
#include "app/synth_command.h"

#include <gmock/gmock.h>

#include "app/engine_command_test.h"
#include "app/indicators_command.h"

namespace laoyou::app {
namespace {

class SynthCommand : public testing::Test {
 protected:
  CommandRun::Ended make(const std::string& people, const std::string& plan = "plans/karamay") {
    std::filesystem::create_directories(run_.path("data"));
    return CommandRun::run(synth_command, {"--plan", plan, "--people", people, "--seed", "1", "--data", run_.path("data"), "--json"});
  }
  boost::json::object indicators() {
    const auto ended = CommandRun::run(indicators_command, {"--plan", "plans/karamay", "--data", run_.path("data"), "--period", "2025", "--json"});
    EXPECT_EQ(ended.exit_code, 0) << ended.err;
    return ended.json().at("indicators").as_object();
  }
  CommandRun run_;
};

}  // namespace

TEST_F(SynthCommand, KaramaysCountsAndTableIndicatorsComeOutOfIt) {
  const auto made = make("20000");
  ASSERT_EQ(made.exit_code, 0) << made.err;
  const auto places = made.json().at("places").as_object();
  const std::map<std::string, std::int64_t> counts = {{"homes", 5}, {"home_beds", 1844}, {"community_points", 95}, {"community_point_beds", 357}, {"nurseries", 25}, {"classes", 69}, {"slots", 1505},
                                                      {"people", 20'000}};
  for (const auto& [name, count] : counts) EXPECT_EQ(places.at(name).as_int64(), count) << name;

  const auto computed = indicators();
  const auto value = [&](std::string_view key) {
    const auto& one = computed.at(key).as_object();
    EXPECT_FALSE(one.at("computed").is_null()) << key;
    return one.at("computed").is_null() ? -1.0 : one.at("computed").to_number<double>();
  };
  // What the plan states of today, and where it states a target alone, the target: to the record where the number of records allows no nearer.
  EXPECT_EQ(value("bed_total"), 1844 + 357);
  EXPECT_EQ(value("new_beds"), 554);
  EXPECT_EQ(value("childcare_institutions"), 25);
  EXPECT_EQ(value("childcare_slots"), 1505);
  EXPECT_EQ(value("new_slots_district"), 500);
  EXPECT_EQ(value("new_slots_social"), 245);
  const std::map<std::string, std::pair<double, double>> shares = {  // the figure, how far one record may take it
      {"nursing_bed_share", {60, 0.05}},         {"socially_operated_bed_share", {80, 0.05}}, {"street_centre_rate", {80, 8}},
      {"day_care_coverage", {90, 1.2}},          {"monthly_visit_rate", {100, 0}},            {"destitute_central_support_rate", {100, 0}}, {"caregiver_training_rate", {80, 0.5}},
      {"social_workers_per_thousand", {1, 0.4}}, {"volunteer_share", {10, 0.05}},             {"lottery_fund_share", {55, 0}},             {"newborn_visit_rate", {95.26, 0.5}},
      {"under3_management_rate", {94.81, 0.2}},  {"infant_health_management_rate", {96.1, 0.2}}, {"newborn_screening_rate", {99.56, 0.5}}, {"vision_check_coverage", {95.11, 0.2}},
      {"immunisation_rate", {90.21, 0.2}},       {"inclusive_enrolment_share", {25, 0}},      {"community_childcare_coverage", {75, 1.2}}, {"family_guidance_coverage", {70, 0.2}},
      {"certified_staff_rate", {70, 0.5}}};
  for (const auto& [key, wanted] : shares) EXPECT_NEAR(value(key), wanted.first, wanted.second) << key;
}

TEST_F(SynthCommand, EveryIndicatorOfKaramayComesOutOfItButTheOneWhoseStandardThePlanDoesNotState) {
  ASSERT_EQ(make("5000").exit_code, 0);
  for (const auto& [key, one] : indicators()) {
    if (key == "new_estate_facility_rate") EXPECT_EQ(one.at("not_computed").as_string(), "no_rule") << "二(二)-养老-4 says no area";
    else EXPECT_FALSE(one.at("computed").is_null()) << key;
  }
}

TEST_F(SynthCommand, LiuzhousCountsComeOutOfIt) {
  const auto made = make("5000", "plans/liuzhou");
  ASSERT_EQ(made.exit_code, 0) << made.err;
  const auto places = made.json().at("places").as_object();
  EXPECT_EQ(places.at("homes").as_int64(), 92);
  EXPECT_EQ(places.at("home_beds").as_int64(), 20'000);
  EXPECT_EQ(places.at("nurseries").as_int64(), 478);
  EXPECT_EQ(places.at("slots").as_int64(), 12'811);
}

TEST_F(SynthCommand, ACityIsMadeOnceAndWrongWordsAreNamed) {
  ASSERT_EQ(make("1000").exit_code, 0);
  EXPECT_THAT(make("1000").err, testing::HasSubstr("synth.filled_already"));
  EXPECT_THAT(make("12").err, testing::HasSubstr("--people"));
  std::filesystem::create_directories(run_.path("other"));
  EXPECT_THAT(CommandRun::run(synth_command, {"--plan", "plans/national", "--data", run_.path("other")}).err, testing::HasSubstr("synth.no_city"));
  EXPECT_EQ(CommandRun::run(synth_command, {"--people", "1000"}).exit_code, 2);
}

}  // namespace laoyou::app
