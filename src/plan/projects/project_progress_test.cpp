#include "plan/projects/project_progress.h"

#include <gtest/gtest.h>

namespace laoyou::plan {
namespace {

using registry::Construction;
using registry::ConstructionStage;

Date day(std::string_view text) { return Date::parse(text).value(); }
RegionCode region() { return RegionCode::parse("650203000000").value(); }

Plan plan_of(std::vector<Project> projects) {
  Plan plan;
  plan.content.head.value.region = RegionCode::parse("650200000000").value();
  for (Project& project : projects) plan.content.projects.push_back({std::move(project), "karamay", "projects.csv:2"});
  return plan;
}

Project project(std::string number, int start_year, std::optional<int> end_year = std::nullopt) {
  Project made;
  made.number = std::move(number);
  made.list = Group::childcare;
  made.region = region();
  made.start_year = start_year;
  made.end_year = end_year;
  made.investment = Fen::create(100'000'00).value();
  made.slots = 90;
  return made;
}

Construction work(std::string key, ConstructionStage stage, std::int64_t slots = 0, std::int64_t invested = 0) {
  Construction made;
  made.id = {7};
  made.region = region();
  made.project = std::move(key);
  made.stage = stage;
  made.slots_added = slots;
  made.invested = Fen::create(invested).value();
  return made;
}

}  // namespace

TEST(ProjectProgress, AddsUpTheWorksOfAProjectAndTakesTheStageFurthestBehind) {
  const auto list = project_progress(plan_of({project("1", 2023), project("2", 2023)}), RegionCode(),
                                     {work("childcare-1", ConstructionStage::in_use, 60, 500), work("childcare-1", ConstructionStage::started, 0, 70), work("elderly-1", ConstructionStage::in_use)},
                                     {}, day("2023-06-30"));
  ASSERT_EQ(list.rows.size(), 2u);
  EXPECT_EQ(list.rows[0].stage, ConstructionStage::started);
  EXPECT_EQ(list.rows[0].invested_fen.count(), 570);
  EXPECT_FALSE(list.rows[1].stage) << "the elderly list has a number 1 of its own";
  ASSERT_EQ(list.sums.size(), 1u);
  EXPECT_EQ(list.sums[0].slots_planned, 180);
  EXPECT_EQ(list.sums[0].slots_added, 60);
  EXPECT_EQ(list.sums[0].begun, 1);
}

TEST(ProjectProgress, IsLateWhenItIsNotBegunAfterItsFirstYearOrNotFinishedAfterItsLast) {
  const Plan plan = plan_of({project("1", 2023, 2024)});
  const auto late = [&](std::string_view today, std::vector<Construction> works) { return project_progress(plan, RegionCode(), works, {}, day(today)).rows[0].late; };
  EXPECT_FALSE(late("2023-12-31", {}));
  EXPECT_TRUE(late("2024-01-01", {}));
  EXPECT_FALSE(late("2024-12-31", {work("childcare-1", ConstructionStage::started)}));
  EXPECT_TRUE(late("2025-01-01", {work("childcare-1", ConstructionStage::started)}));
  EXPECT_FALSE(late("2025-01-01", {work("childcare-1", ConstructionStage::finished)}));
}

TEST(ProjectProgress, TellsOfEachStepWhatWasSeenLastAndHowManyDaysItIsLate) {
  using registry::ConstructionStepKind;
  std::int64_t number = 0;
  const auto step = [&](std::int64_t work, ConstructionStepKind kind, std::string_view seen, std::int64_t share, std::string_view due, std::optional<Date> done = std::nullopt) {
    registry::ConstructionStep made;
    made.id = {++number};
    made.construction = Id<Construction>{work};
    made.step = kind;
    made.day = day(seen);
    made.share_done_percent = share;
    made.due = day(due);
    made.done = done;
    return made;
  };
  const std::vector<registry::ConstructionStep> steps{step(7, ConstructionStepKind::structure, "2024-03-01", 40, "2024-05-31"), step(7, ConstructionStepKind::structure, "2024-06-01", 60, "2024-05-31"),
                                                      step(7, ConstructionStepKind::foundation, "2024-02-01", 100, "2024-01-20", day("2024-02-01")), step(8, ConstructionStepKind::fit_out, "2024-06-01", 5, "2024-12-31")};
  const auto list = project_progress(plan_of({project("1", 2023)}), RegionCode(), {work("childcare-1", ConstructionStage::started)}, steps, day("2024-06-10"));
  ASSERT_EQ(list.rows[0].steps.size(), 2u) << "the other work's step is not this project's";
  EXPECT_EQ(list.rows[0].steps[0].step, ConstructionStepKind::foundation);
  EXPECT_EQ(list.rows[0].steps[0].late_days, 12) << "done twelve days after it was due";
  EXPECT_EQ(list.rows[0].steps[1].share_done_percent, 60) << "what was seen last";
  EXPECT_EQ(list.rows[0].steps[1].late_days, 10) << "ten days due and not done";
}

TEST(ProjectProgress, ShowsTheProjectsOfOnesOwnRegionAlone) {
  EXPECT_TRUE(project_progress(plan_of({project("1", 2023)}), RegionCode::parse("650204000000").value(), {}, {}, day("2023-01-01")).rows.empty());
}

}  // namespace laoyou::plan
