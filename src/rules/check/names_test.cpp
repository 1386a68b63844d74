// Names in rules: what is found and what is said of names that mean nothing.
#include <gtest/gtest.h>

#include "rules/testing/book_text.h"

namespace laoyou::rules {
namespace {

using namespace testing;

TEST(Names, AMistypedNameIsAnsweredWithTheNearestKnownOne) {
  EXPECT_EQ(errors_of(R"(resident.a: agee >= 80
resident.b: 年令 >= 80
resident.c: xyzzy)"), R"(1:13: 没有“agee”这个名称，是否指“age”？
2:13: 没有“年令”这个名称，是否指“年龄”？
3:13: 没有“xyzzy”这个名称：此处可写字段、规则、参数的名称，或另一侧代码表中的代码)");
}

TEST(Names, CodesAreLookedForInTheListOfTheOtherSide) {
  EXPECT_EQ(errors_of(R"(resident.a: care_grade = moderat
resident.b: care_grade = 中度失
resident.c: sex = severe
resident.d: case { local: severe; else: mild })"), R"(1:26: 没有“moderat”这个名称，是否指“moderate”？
2:26: 没有“中度失”这个名称，是否指“中度失能”？
3:19: 没有“severe”这个名称：此处可写字段、规则、参数的名称，或另一侧代码表中的代码
4:27: 没有“severe”这个名称，是否指“care_grade.severe”？)");
}

TEST(Names, EachStepOfAWayIsLookedForWhereItLeads) {
  EXPECT_EQ(errors_of(R"(resident.a: institution.starz > 3
resident.b: institution.name.stars > 3
resident.c: joined.begin
resident.d: exists(visit where score > income)
resident.e: exists(visits where score > 3))"), R"(1:13: 没有“starz”这个名称，是否指“stars”？
2:13: “name”不指向别的记录，后面不能写“.stars”
3:13: “joined”不指向别的记录，后面不能写“.begin”
4:40: 没有“income”这个名称，是否指“resident.income”？
5:20: 没有“visits”这个名称，是否指“visit”？)");
}

TEST(Names, RulesFunctionsAndTablesAreNamesToo) {
  EXPECT_EQ(errors_of(R"(resident.old: age >= 80
visit.a: resident.olld
visit.b: old
resident.c: yearsbetween(born, period.end)
resident.d: years_between(born)
resident.e: allowance[age])"), R"(2:10: 没有“olld”这个名称，是否指“old”？
3:10: 没有“old”这个名称：此处可写字段、规则、参数的名称，或另一侧代码表中的代码
4:13: 没有“yearsbetween”这个名称，是否指“years_between”？
5:13: years_between 需要 2 个值，这里有 1 个
6:13: 没有“allowance”这个名称：此处可写字段、规则、参数的名称，或另一侧代码表中的代码)");
}

TEST(Names, WhatHoldsAnUnknownNameIsNotRefusedAgain) {
  EXPECT_EQ(errors_of(R"(resident.a: agee + incomee > lasted
resident.b: case { agee > 3: moderat; else: severe }
resident.c: b and a)"), R"(1:13: 没有“agee”这个名称，是否指“age”？
2:20: 没有“agee”这个名称，是否指“age”？
2:30: 没有“moderat”这个名称：此处可写字段、规则、参数的名称，或另一侧代码表中的代码)");
}

}  // namespace
}  // namespace laoyou::rules
