#include "engines/assessment/score.h"

#include <gmock/gmock.h>
#include <rapidcheck.h>

namespace laoyou::assessment {
namespace {

/// Two dimensions of two items from 0 to 4, grades by the total, the bands of a small standard.
Scale small_scale() {
  Scale scale;
  scale.dimensions = {{"care", {{"eating", {0, 1, 2, 3, 4}}, {"dressing", {0, 1, 2, 3, 4}}}, {}}, {"mind", {{"memory", {0, 1, 2, 3, 4}}, {"speech", {0, 1}}}, {}}};
  scale.bands = {{0, 13, 13}, {1, 9, 12}, {2, 6, 8}, {3, 3, 5}, {4, 0, 2}};
  scale.changes = {{"coma", 4, 0}, {"dementia", std::nullopt, 1}, {"falls", std::nullopt, 1}};
  scale.worst_grade = 4;
  return scale;
}

Answers all(int eating, int dressing, int memory, int speech, std::set<std::string, std::less<>> found = {}) {
  return {{{"eating", eating}, {"dressing", dressing}, {"memory", memory}, {"speech", speech}}, std::move(found)};
}

std::string said(const Answers& answers) {
  const auto scored = score(small_scale(), answers);
  if (scored) return std::to_string(scored->total) + " " + std::to_string(scored->first_grade) + ">" + std::to_string(scored->grade);
  std::string text;
  for (const Refusal& refusal : scored.error()) text += refusal.place + " " + refusal.code + ";";
  return text;
}

}  // namespace

TEST(Score, SubScoresAddUpAndTheBandOfTheTotalIsTheGrade) {
  const auto scored = score(small_scale(), all(4, 3, 2, 1)).value();
  EXPECT_EQ(scored.dimensions[0].score, 7);
  EXPECT_EQ(scored.dimensions[1].score, 3);
  EXPECT_EQ(said(all(4, 3, 2, 1)), "10 1>1");
  EXPECT_EQ(said(all(4, 4, 4, 1)), "13 0>0");
  EXPECT_EQ(said(all(0, 0, 0, 0)), "0 4>4");
}

TEST(Score, WhatIsFoundBesideTheItemsWorsensTheGradeOnceAndComaIsTheWorst) {
  EXPECT_EQ(said(all(4, 4, 4, 1, {"dementia"})), "13 0>1");
  EXPECT_EQ(said(all(4, 4, 4, 1, {"dementia", "falls"})), "13 0>1") << "once, however many";
  EXPECT_EQ(said(all(0, 0, 0, 0, {"falls"})), "0 4>4") << "never beyond the worst";
  EXPECT_EQ(said(all(4, 4, 4, 1, {"coma"})), "13 0>4");
}

TEST(Score, WrongAnswersAreNamedAllAtOnce) {
  EXPECT_EQ(said({{{"eating", 5}, {"dressing", 1}, {"memory", 0}, {"hearing", 1}}, {"fever"}}),
            "eating assessment.score_unknown;speech assessment.item_missing;hearing assessment.item_unknown;fever assessment.change_unknown;");
}

TEST(Score, ATableOfTwoGradesGivesTheGradeWhereThereIsOne) {
  Scale scale = small_scale();
  scale.dimensions[0].bands = {{0, 8, 8}, {1, 0, 7}};
  scale.dimensions[1].bands = {{0, 5, 5}, {1, 0, 4}};
  scale.combinations = {{0, 0, 0}, {0, 1, 1}, {1, 0, 2}, {1, 1, 3}};
  EXPECT_EQ(score(scale, all(4, 4, 4, 1))->grade, 0);
  EXPECT_EQ(score(scale, all(4, 4, 3, 1))->grade, 1);
  EXPECT_EQ(score(scale, all(4, 3, 4, 1))->grade, 2);
  EXPECT_EQ(score(scale, all(4, 3, 3, 1))->grade, 3);
}

TEST(Score, AWorseItemNeverGivesABetterTotalOrGrade) {
  EXPECT_TRUE(rc::check([] {
    const auto item = [](int most) { return *rc::gen::inRange(0, most + 1); };
    std::set<std::string, std::less<>> found;
    for (const char* change : {"coma", "dementia", "falls"})
      if (*rc::gen::arbitrary<bool>()) found.insert(change);
    const Answers before = all(item(4), item(4), item(4), item(1), found);
    Answers after = before;
    auto& worse = *std::next(after.scores.begin(), *rc::gen::inRange(0, 4));
    worse.second = *rc::gen::inRange(0, worse.second + 1);
    const auto first = score(small_scale(), before).value(), then = score(small_scale(), after).value();
    RC_ASSERT(then.total <= first.total);
    RC_ASSERT(then.grade >= first.grade);
  }));
}

}  // namespace laoyou::assessment
