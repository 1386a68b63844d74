// Where a plan folder once said other than its document: each such place is held here against the document, by clause.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "plan/stack/library.h"
#include "record/leaf.h"

namespace laoyou::plan {
namespace {

using testing::HasSubstr;
using testing::Not;

const Library& library() {
  static const std::shared_ptr<const Library> loaded = load_library("plans").value();
  return *loaded;
}
const Folder& content(std::string_view key) { return library().find(key)->content; }

template <class T>
const T* row(const Rows<T>& rows, std::string_view key) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row<T>& each) { return row_key(each.value) == key; });
  return found == rows.end() ? nullptr : &found->value;
}
const Indicator& indicator(std::string_view plan, std::string_view key) {
  const Indicator* found = row(content(plan).indicators, key);
  if (found == nullptr) throw std::runtime_error(std::string(plan) + " " + std::string(key));
  return *found;
}
const Milestone& milestone(std::string_view plan, std::string_view key) { return *row(content(plan).milestones, key); }
const Policy& policy(std::string_view plan, std::string_view key) { return *row(content(plan).policies, key); }
const Standard& standard(std::string_view plan, std::string_view key) { return *row(content(plan).standards, key); }
const Task& task(std::string_view plan, std::string_view key) { return *row(content(plan).tasks, key); }
const Head& head(std::string_view plan) { return content(plan).head.value; }
Date day(std::string_view text) { return Date::parse(text).value(); }

struct InPlan {
  std::string_view plan, key;
};

}  // namespace

TEST(ReadingsOfTheText, AMonthlyTargetHoldsForEachMonth) {
  for (const InPlan& at : {InPlan{"national", "monthly_visit_rate"}, {"liuzhou", "monthly_visit_rate"}, {"honghe", "monthly_visit_rate"}, {"karamay", "monthly_visit_rate"},
                           {"liuzhou", "family_bed_visits_per_month"}})  // 柳州 四(二)8、四(三)10，红河 三(二)1，克拉玛依 二(二)-养老-7
    EXPECT_EQ(indicator(at.plan, at.key).each, plan::EachPart::month) << at.plan << " " << at.key;
}

TEST(ReadingsOfTheText, AtLeastOneInEachHoldsForEach) {
  struct Each {
    InPlan at;
    EachPart each;
    bool some;
  };
  for (const Each& expected : {Each{{"liuzhou", "key_township_centres_each"}, EachPart::street, true},     // 四(三)10
                               Each{{"honghe", "county_demonstration_nurseries_each"}, EachPart::county, false},  // 三(一)1
                               Each{{"honghe", "senior_university_each_county"}, EachPart::county, false},        // 三(四)
                               Each{{"karamay", "demonstration_per_district"}, EachPart::county, false},          // 三(一)3
                               Each{{"guizhou", "childcare_per_town_community"}, EachPart::village, true},        // (五)
                               Each{{"guizhou", "slots_per_large_community"}, EachPart::village, true},           // (五)
                               Each{{"guizhou", "demonstration_per_city"}, EachPart::city, false},                // (九)
                               Each{{"guizhou", "senior_markets_per_city"}, EachPart::city, false},               // (十八)
                               Each{{"shenyang", "chain_nursery_communities"}, EachPart::county, true}}) {        // 二(三)16
    const Indicator& found = indicator(expected.at.plan, expected.at.key);
    EXPECT_EQ(found.each, expected.each) << found.key;
    EXPECT_EQ(found.scope.has_value(), expected.some) << found.key;
    if (found.value && expected.each != EachPart::village) EXPECT_THAT(*found.value, Not(HasSubstr("/"))) << found.key << " is no average";
  }
}

TEST(ReadingsOfTheText, WhatARuleCannotTellHasNoRuleAndSaysWhy) {
  for (const InPlan& at : {InPlan{"liuzhou", "new_estate_facility_compliance_rate"}, {"liuzhou", "city_demonstration_childcare_centres"},  // 四(二)4、四(三)12
                           {"karamay", "new_estate_facility_rate"},                                                                         // 二(二)-养老-4
                           {"honghe", "senior_university_each_county"}, {"shenyang", "inclusive_projects_operating"}}) {                    // 三(四)，二(二)12
    EXPECT_FALSE(indicator(at.plan, at.key).value) << at.key;
    EXPECT_TRUE(indicator(at.plan, at.key).note) << at.key;
  }
}

TEST(ReadingsOfTheText, RulesCountWhatTheClauseNames) {
  struct Says {
    InPlan at;
    std::string_view part, not_part;
  };
  for (const Says& says : {
           Says{{"liuzhou", "new_estate_four_together_rate"}, "four_together", "area"},                      // 四(二)4
           Says{{"liuzhou", "existing_estate_elderly_area"}, "min(", "sum("},                                // 四(二)5: each estate, no average
           Says{{"liuzhou", "existing_estate_childcare_area"}, "min(", "sum("},                              // 四(二)5
           Says{{"liuzhou", "destitute_residential_care_rate"}, "no_self_care", "lost_ability"},             // 四(三)10: 生活不能自理
           Says{{"honghe", "inclusive_childcare_trainings_per_year"}, "min(", "count("},                     // 三(一)2: every one of them
           Says{{"honghe", "public_home_medical_room_rate"}, "dementia_home", "kind = elderly_home"},        // 三(三)
           Says{{"karamay", "new_slots"}, "2023-01-01", "2021-01-01"},                                       // 二(一)2: on top of the 1,505
           Says{{"karamay", "certified_staff_rate"}, "institution.kind in", "role = child_carer"},           // 从业人员持证上岗率
           Says{{"guizhou", "slots_per_large_community"}, "population >= 20000", "share("},                  // (五)
           Says{{"shenyang", "elderly_space_new_area"}, "accepted in period", "new_estate"},                 // 二(一)1: of 2021
           Says{{"shenyang", "elderly_space_new_area_share"}, "accepted in period", "new_estate"},           // 二(一)1
           Says{{"shenyang", "childcare_site_area"}, "opened in period", "open_place"},                      // 二(一)1: new ones
           Says{{"shenyang", "nursing_bed_share"}, "institution.kind in", "where effective)"},               // 二(二)10: of homes
           Says{{"shenyang", "dispersed_destitute_insured"}, "insured_accident", "share(in_institution"}}) {  // 二(三)20
    const std::string value = indicator(says.at.plan, says.at.key).value.value_or("");
    EXPECT_THAT(value, HasSubstr(std::string(says.part))) << says.at.key;
    EXPECT_THAT(value, Not(HasSubstr(std::string(says.not_part)))) << says.at.key;
  }
}

TEST(ReadingsOfTheText, WhatIsTheEditorsReadingSaysSo) {
  for (const InPlan& at : {InPlan{"liuzhou", "bed_total"}, {"liuzhou", "slot_total"}, {"liuzhou", "community_childcare_compliance_rate"}, {"liuzhou", "major_care_projects"}, {"liuzhou", "lottery_fund_share"},
                           {"honghe", "dementia_care_institutions"}, {"honghe", "day_care_coverage"}, {"honghe", "home_modifications"}, {"honghe", "north_mid_size_institutions"},
                           {"karamay", "new_slots"}, {"karamay", "new_beds"}, {"karamay", "lottery_fund_share"}, {"karamay", "immunisation_rate"}, {"karamay", "childcare_institutions"}, {"karamay", "new_slots_district"},
                           {"guizhou", "staff_trained_per_year"}, {"shenyang", "public_home_occupancy"}, {"shenyang", "urban_facility_coverage"}, {"shenyang", "elderly_space_existing_area"}, {"shenyang", "relending"}})
    EXPECT_TRUE(indicator(at.plan, at.key).note) << at.plan << " " << at.key;
  for (const auto& row : content("honghe").indicators)
    if (row.layer == "honghe") EXPECT_THAT(row.value.note.value_or(""), HasSubstr("牵头单位")) << row.value.key;
  for (const auto& row : content("karamay").milestones)
    if (row.value.source.starts_with("二")) EXPECT_TRUE(row.value.note) << row.value.key;
  for (const auto& plan : {"liuzhou", "honghe", "karamay", "guizhou", "shenyang"}) EXPECT_THAT(head(plan).notes.value_or(""), HasSubstr("报到哪一级由编者选定")) << plan;
  for (const auto& [list, number] : {std::pair{Group::elderly, "3"}, {Group::elderly, "4"}, {Group::elderly, "5"}})
    for (const auto& row : content("karamay").projects)
      if (row.value.list == list && row.value.number == number) EXPECT_TRUE(row.value.note) << number << ": restored characters";
}

TEST(ReadingsOfTheText, AnAimIsCalledAnAim) {
  for (const InPlan& at : {InPlan{"liuzhou", "lottery_fund_share"}, {"liuzhou", "major_care_projects"}, {"honghe", "elderly_canteens"}, {"honghe", "north_mid_size_institutions"}, {"guizhou", "childcare_per_town_community"},
                           {"guizhou", "slots_per_large_community"}, {"shenyang", "urban_facility_coverage"}, {"shenyang", "inclusive_price_ratio"}, {"shenyang", "inclusive_projects_operating"}})
    EXPECT_EQ(indicator(at.plan, at.key).strength, plan::Strength::strive) << at.key;
  EXPECT_EQ(policy("honghe", "三(一)2-12").strength, plan::Strength::strive);
  EXPECT_EQ(policy("liuzhou", "四(二)8-3").title, "争取上级资金提供专业照护") << "四(二)8: provided, not bought";
}

TEST(ReadingsOfTheText, NothingIsAnIndicatorThatTheTextDoesNotSetAsAGoal) {
  EXPECT_EQ(row(content("liuzhou").indicators, "state_lease_years"), nullptr) << "四(一)3 is a permission";
  EXPECT_EQ(row(content("honghe").indicators, "new_slot_subsidy"), nullptr) << "三(一)2 is an amount sought";
}

TEST(ReadingsOfTheText, ShenyangStatesNoBackgroundFigureAndItsPlanIsForTheYear2021) {
  for (const auto& figure : content("shenyang").figures) EXPECT_NE(figure.layer, "shenyang") << figure.value.key;
  EXPECT_EQ(library().find("shenyang")->runs_from, day("2021-01-01"));
  for (const auto& row : content("shenyang").indicators)
    for (const Target& target : row.value.target) EXPECT_LE(target.period.first_day(), day("2021-12-31")) << row.value.key << ": a national goal of later years is none of this plan's";
  for (const auto& row : content("shenyang").policies)
    if (row.layer == "shenyang") EXPECT_NE(row.value.document.value_or(""), "沈政办发〔2021〕") << "the number is cut off in the text";
}

TEST(ReadingsOfTheText, InventedGoalsOfMeasuresAreGone) {
  std::size_t liuzhou = 0, honghe = 0;
  for (const auto& row : content("liuzhou").policies) liuzhou += row.layer == "liuzhou" && row.value.goal;
  for (const auto& row : content("honghe").policies) honghe += row.layer == "honghe" && row.value.goal;
  EXPECT_EQ(liuzhou, 2u) << "四(二)8 and 五(三) name a number each";
  EXPECT_EQ(honghe, 0u);
}

TEST(ReadingsOfTheText, MilestonesTasksAndPackagesSayWhatTheirClauseSays) {
  EXPECT_FALSE(milestone("liuzhou", "nursing_bed_share_up").indicator) << "四(三)11: of public homes";
  EXPECT_THAT(milestone("liuzhou", "county_guidance_centres").content, HasSubstr("50%以上")) << "四(三)12";
  EXPECT_THAT(task("liuzhou", "12").due, testing::ElementsAre(day("2023-12-31"), day("2025-12-31")));
  EXPECT_FALSE(milestone("honghe", "slot_subsidy").indicator);
  for (const char* number : {"12", "13", "17"}) EXPECT_TRUE(task("guizhou", number).due.empty() && task("guizhou", number).recurs) << number;
  for (const char* number : {"3", "18"}) EXPECT_EQ(task("guizhou", number).due.size(), 2u) << number;
  for (int i = 1; i <= 5; ++i) EXPECT_EQ(policy("karamay", "附件3-3-1(" + std::to_string(i) + ")").package, Group::both);
  EXPECT_EQ(policy("karamay", "三(一)4-8").package, Group::childcare);
  EXPECT_THAT(*policy("karamay", "附件3-4-5").summary, HasSubstr("服务内容和志愿者"));
  EXPECT_THAT(*policy("karamay", "附件3-4-11").summary, HasSubstr("部分企业"));
  EXPECT_THAT(*standard("karamay", "senior_worker_4050").summary, HasSubstr("部分企业"));
}

TEST(ReadingsOfTheText, ACityNormTakesThePlaceOfTheNationalOne) {
  EXPECT_EQ(standard("liuzhou", "elderly_space_existing_area").value, "15");
  EXPECT_EQ(standard("honghe", "nursery_radius").source, "三(二)2");
  EXPECT_TRUE(standard("national", "elderly_space_new_area").unverified) << "rests on one city's letter";
  EXPECT_TRUE(standard("national", "elderly_space_existing_area").unverified);
}

TEST(ReadingsOfTheText, TheReliefOfCommunityServicesIsOneNationalNoticeWithOneEnd) {
  for (const char* key : {"value_added_tax_exempt", "deed_tax_exempt", "community_fees_exempt", "property_tax_exempt", "community_family_service"}) {
    const rules::RuleSource* rule = row(content("karamay").rules, key);
    ASSERT_NE(rule, nullptr) << key;
    EXPECT_EQ(rule->layer, "national") << key;
  }
  EXPECT_THAT(row(content("national").rules, "community_family_service")->expression.text, HasSubstr("community_relief_in_force"));
  EXPECT_THAT(row(content("national").rules, "value_added_tax_exempt")->expression.text, Not(HasSubstr("filed"))) << "附件3-3-1(1) asks for no filing";
  for (const auto& [plan, number] : {std::pair{"liuzhou", "五(三)-4"}, {"honghe", "三(一)2-7"}, {"guizhou", "(十四)-1"}, {"shenyang", "7"}, {"karamay", "附件3-3-1(1)"}})
    EXPECT_EQ(policy(plan, number).condition, "value_added_tax_exempt") << plan;
}

TEST(ReadingsOfTheText, GoalsBodiesAndDocumentsThatWereMissingAreThere) {
  std::size_t above_tasks = 0;
  for (const auto& row : content("liuzhou").milestones) above_tasks += !row.value.task;
  EXPECT_EQ(above_tasks, 8u) << "柳州 三: eight goals";
  struct In {
    std::string_view plan, key;
  };
  for (const In& at : {In{"liuzhou", "inclusive_fee_standard"}, {"liuzhou", "lively_communities"}, {"liuzhou", "demonstration_works"}, {"liuzhou", "rural_childcare"}, {"honghe", "slot_forecast"}, {"honghe", "open_university"},
                       {"karamay", "congress_report"}, {"karamay", "closure_handling"}, {"guizhou", "regular_inspection"}, {"guizhou", "regular_guidance"}, {"shenyang", "special_fund"}, {"shenyang", "palliative_standard"}})
    EXPECT_NE(row(content(at.plan).milestones, at.key), nullptr) << at.plan << " " << at.key;
  for (const In& at : {In{"liuzhou", "leading_group"}, {"liuzhou", "childcare_working_group"}, {"honghe", "elderly_office"}, {"karamay", "mechanism_office"}, {"guizhou", "mechanism"}})
    EXPECT_NE(row(content(at.plan).bodies, at.key), nullptr) << at.plan << " " << at.key;
  for (const In& at : {In{"liuzhou", "guangxi_three_years"}, {"karamay", "xinjiang_plan"}, {"karamay", "training_houses_opinions"}, {"shenyang", "state_notice"}, {"national", "opinions_2020_52"}, {"national", "relief_2019_76"}})
    EXPECT_NE(row(content(at.plan).documents, at.key), nullptr) << at.plan << " " << at.key;
  EXPECT_EQ(row(content("liuzhou").units, "市医疗保障局"), nullptr) << "the same bureau as 市医保局";
  EXPECT_THAT(row(content("liuzhou").units, "市医保局")->aliases, testing::ElementsAre("市医疗保障局"));
}

TEST(ReadingsOfTheText, AProvinceAddsItsCitiesUpByOneWord) {
  std::map<std::string, std::set<std::string>> plans_of;
  for (const auto& [key, plan] : library().plans)
    for (const auto& row : plan->content.indicators)
      if (row.value.term) plans_of[*row.value.term].insert(row.layer);
  EXPECT_THAT(plans_of["destitute_support_rate"], testing::UnorderedElementsAre("liuzhou", "honghe", "karamay", "shenyang"));
  EXPECT_THAT(plans_of["slot_total"], testing::UnorderedElementsAre("liuzhou", "karamay"));
  EXPECT_THAT(plans_of["nursing_bed_share"], testing::UnorderedElementsAre("liuzhou", "honghe", "karamay", "shenyang"));
}

TEST(ReadingsOfTheText, ProjectsSayNursingBedsCommunitiesAndWhatIsOnlyAbout) {
  std::int32_t nursing_beds = 0, communities = 0, about = 0, demonstration = 0;
  for (const auto& row : content("karamay").projects) {
    nursing_beds += row.value.nursing_beds.value_or(0);
    communities += row.value.communities.value_or(0);
    about += row.value.approximate;
    demonstration += row.value.demonstration.value_or(false);
  }
  EXPECT_EQ(nursing_beds, 190);
  EXPECT_EQ(communities, 14) << "3, 3, 6 and 2";
  EXPECT_EQ(about, 1);
  EXPECT_GE(demonstration, 4);
}

TEST(ReadingsOfTheText, FiguresKeepTheirSignsAndForecastsAreCalledSo) {
  EXPECT_EQ(row(content("liuzhou").figures, "liuzhou_elderly_beds_2022")->comparator, ">");
  EXPECT_EQ(row(content("liuzhou").figures, "liuzhou_birth_rate_2020")->comparator, "<=");
  EXPECT_EQ(row(content("karamay").figures, "community_day_care_clients_year")->comparator, ">");
  for (const InPlan& at : {InPlan{"honghe", "honghe_population_60_forecast_2025"}, {"honghe", "honghe_population_growth_forecast_2025"}, {"karamay", "births_forecast"}, {"karamay", "population_60_plus_forecast"}})
    EXPECT_TRUE(row(content(at.plan).figures, at.key)->forecast) << at.key;
}

}  // namespace laoyou::plan
