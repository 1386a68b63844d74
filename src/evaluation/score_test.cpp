#include "evaluation/score.h"

#include <gtest/gtest.h>

namespace laoyou::evaluation {
namespace {

using plan::Light;
using plan::ScoredBy;

Decimal number(std::string_view text) { return Decimal::parse(text).value(); }
Date day(std::string_view text) { return Date::parse(text).value(); }
plan::Target target(std::string_view text) { return plan::parse_target(Period::year(2025), text).value(); }

plan::Criterion criterion(ScoredBy by, std::string_view points) {
  plan::Criterion made;
  made.by = by;
  made.points = number(points);
  return made;
}

IndicatorResult result(std::string_view value, std::string_view target_text, Light light = Light::behind) {
  return {number(value), Period::year(2025), false, target(target_text), light};
}

std::string points(ScoredBy by, const IndicatorResult& of) {
  const auto found = indicator_points(criterion(by, "15"), of, number("60"));
  return found ? found->text() : "undecided";
}

}  // namespace

TEST(IndicatorPoints, OfAShareGrowWithTheShareOfTheTargetAndStopAtIt) {
  EXPECT_EQ(points(ScoredBy::share, result("55", ">= 55")), "15");
  EXPECT_EQ(points(ScoredBy::share, result("80", ">= 55")), "15");
  EXPECT_EQ(points(ScoredBy::share, result("33", ">= 55")), "9");
  EXPECT_EQ(points(ScoredBy::share, result("0", ">= 55")), "0");
  EXPECT_EQ(points(ScoredBy::share, result("40", "<= 20")), "7.5") << "of what is to be low the other way round";
  EXPECT_EQ(points(ScoredBy::share, result("19", "<= 20")), "15");
  EXPECT_EQ(points(ScoredBy::share, result("3", "2..4")), "15");
  EXPECT_EQ(points(ScoredBy::share, result("5", "2..4")), "0");
}

TEST(IndicatorPoints, OfALightAreAllOrAShareOrNone) {
  EXPECT_EQ(points(ScoredBy::light, result("1", ">= 1", Light::met)), "15");
  EXPECT_EQ(points(ScoredBy::light, result("1", ">= 1", Light::near)), "9");
  EXPECT_EQ(points(ScoredBy::light, result("1", ">= 1", Light::behind)), "0");
}

TEST(IndicatorPoints, AreNoneWhereNothingIsKnownAndUndecidedWhereNoTargetHolds) {
  IndicatorResult unknown;
  unknown.target = target(">= 55");
  EXPECT_EQ(points(ScoredBy::share, unknown), "0");
  IndicatorResult without_target = result("55", ">= 55");
  without_target.target = std::nullopt;
  EXPECT_EQ(points(ScoredBy::share, without_target), "undecided");
}

TEST(TaskPoints, CountLateOnesInPartAndLeaveOutWhatDoesNotConcernThePlace) {
  const std::vector<DueTask> tasks{{"task-1", "", std::nullopt, day("2025-06-30"), ""},
                                   {"task-2", "", std::nullopt, day("2025-06-30"), ""},
                                   {"task-3", "", std::nullopt, day("2025-12-31"), ""},
                                   {"task-4", "", std::nullopt, day("2025-12-31"), ""},
                                   {"task-5", "", std::nullopt, day("2025-12-31"), ""}};
  const std::vector<TaskAnswer> answers{{"task-1", false, day("2025-06-30"), std::nullopt}, {"task-2", false, day("2025-07-01"), std::nullopt}, {"task-3", true, std::nullopt, std::nullopt}};
  const TaskCount count = count_tasks(tasks, answers);
  EXPECT_EQ(count.due, 4);
  EXPECT_EQ(count.in_time, 1);
  EXPECT_EQ(count.late, 1);
  EXPECT_EQ(task_points(number("10"), count, number("50"))->text(), "3.75");
  EXPECT_FALSE(task_points(number("10"), {}, number("50"))) << "no task concerns the place";
}

TEST(Ranks, EqualPointsShareARank) {
  EXPECT_EQ(ranks_of({number("70"), number("90"), number("70"), number("60.5")}), (std::vector<std::int32_t>{2, 1, 2, 4}));
}

}  // namespace laoyou::evaluation
