// The whole book.
#include <gtest/gtest.h>

#include "rules/tree/node_numbers.h"
#include "rules/text/parse.h"

#include "rules/testing/book_text.h"

namespace laoyou::rules {
namespace {

using namespace testing;

TEST(Check, RulesThatReadEachOtherInACircleAreNamedWithTheWayRound) {
  EXPECT_EQ(errors_of(R"(resident.a: b
resident.b: c
resident.c: a
resident.d: d + 1
resident.e: a)"), R"(2:13: 规则互相引用成环：c → a → b → c
4:13: 规则互相引用成环：d → d)");
}

TEST(Check, EveryNameIsDefinedOnce) {
  EXPECT_EQ(errors_of(R"(nobody.a: 3
resident.b: 3
resident.b: 4
resident.c 同名: 4
resident.d 同名: 4
parameter p
  2024-01-01: 1
parameter p
  2024-01-01: 1)"), R"(1:8: 没有“nobody”这种记录
3:10: “b”定义了两次：名称须唯一
5:10: “同名”定义了两次：名称须唯一
8:11: “p”定义了两次：名称须唯一)");
}

TEST(Check, EverythingThatIsWrongIsSaidAtOnceInTheOrderOfTheFile) {
  EXPECT_EQ(errors_of(R"(resident.later: early + 1
resident.early: agee
total share: count(resident where old) / cout(resident)
parameter limit
  2025-01-01: 12 furlongs)"),
            R"(2:17: 没有“agee”这个名称，是否指“age”？
3:35: 没有“old”这个名称：此处可写字段、规则、参数的名称，或另一侧代码表中的代码
3:42: 合计中只能写 count、sum、avg、min、max、share、distinct、数字、参数、其他合计和加减乘除，不能写“cout(resident)”
5:18: “furlongs”前面的式子已经完整：中间缺少运算符，或多写了“furlongs”)");
}

TEST(Check, EveryRuleStandsBehindThoseItReads) {
  const auto book = check_text(R"(total third: second / everyone
resident.b: a and c
resident.a: c or local
total second: count(resident where b)
resident.c: age > 80
total everyone: count(resident))");
  ASSERT_TRUE(book);
  std::string order;
  for (const Rule& rule : (*book)->rules) order += rule.key + " ";
  EXPECT_EQ(order, "c a b second everyone third ");
}

TEST(Check, RulesAndParametersAreFoundByKeyAndByName) {
  const auto book = check_text("resident.old 高龄: age >= limit\nparameter limit 起始年龄\n  2025-01-01: 80");
  ASSERT_TRUE(book);
  EXPECT_EQ((*book)->find_rule("old"), 0);
  EXPECT_EQ((*book)->find_rule("高龄"), 0);
  EXPECT_EQ((*book)->find_rule("limit"), -1);
  EXPECT_EQ((*book)->find_parameter("起始年龄"), 0);
}

TEST(Check, WhatALaterLayerReplacedKeepsTheNameOfItsLayer) {
  BookText national("parameter limit\n  2020-01-01: 80\nresident.old: age >= limit\nresident.young: age < limit", "national");
  const BookText city("parameter limit\n  2024-01-01: 70\nresident.old: age >= limit and local", "karamay");
  national.source.parameters[0] = city.source.parameters[0];
  national.source.rules[0] = city.source.rules[0];
  const auto book = check(national.source, example_schema());
  ASSERT_TRUE(book);
  EXPECT_EQ((*book)->parameters[0].layer, "karamay");
  EXPECT_EQ((*book)->parameters[0].place, "book:1:11");
  EXPECT_EQ((*book)->rules[0].layer, "karamay");
  EXPECT_EQ(typed_text((*book)->schema, *(*book)->rules[0].tree), "((resident.age >= parameter 0) and resident.local)");
  EXPECT_EQ((*book)->rules[1].layer, "national");
}

TEST(Check, NodesKeepTheNumberAndThePlaceOfWhatWasWritten) {
  const auto book = check_text("resident.a: age + 1 > 2.5 and local");
  ASSERT_TRUE(book);
  const Node& both = *(*book)->rules[0].tree;
  const Node& greater = *std::get<Binary>(both.what).left;
  const Node& widened = *std::get<Binary>(greater.what).left;
  const Node& sum = *std::get<Widen>(widened.what).operand;
  EXPECT_EQ(both.id, 0);
  EXPECT_EQ(greater.id, 1);
  EXPECT_EQ(sum.id, 2);
  EXPECT_EQ(widened.id, 2) << "a conversion bears the number of what it converts";
  EXPECT_EQ(std::get<Binary>(sum.what).right->id, 4);
  EXPECT_EQ(std::get<Binary>(greater.what).right->id, 5);
  EXPECT_EQ(std::get<Binary>(both.what).right->id, 6);
  EXPECT_EQ(sum.span, (Span{0, 7}));
  EXPECT_EQ(greater.span, (Span{0, 13}));
}

TEST(Check, ALongWayThroughRulesIsNoTrouble) {
  std::string text = "resident.rule0: age\n";
  for (int i = 1; i < 1000; ++i) text = "resident.rule" + std::to_string(i) + ": rule" + std::to_string(i - 1) + "\n" + text;
  EXPECT_EQ(errors_of(text), "");
  text = "resident.rule0: local\nparameter switch\n  2025-01-01: true\n";
  for (int i = 1; i < 1000; ++i) text = "resident.rule" + std::to_string(i) + ": rule" + std::to_string(i - 1) + " and switch\n" + text;
  EXPECT_EQ(errors_of(text), "");
}

TEST(Check, ARuleThatTakesTooManyStepsIsRefusedOnce) {
  // Each reads the one before it twice: the thirtieth would visit a thousand million nodes for one row.
  std::string text = "resident.r0: age + 1\n";
  for (int i = 1; i <= 30; ++i) {
    const std::string before = "r" + std::to_string(i - 1);
    text += "resident.r" + std::to_string(i) + ": case { age > 80: " + before + "; else: " + before + " }\n";
  }
  const std::string errors = errors_of(text);
  EXPECT_EQ(std::count(errors.begin(), errors.end(), '\n'), 0) << errors;
  EXPECT_NE(errors.find("1000000"), std::string::npos) << errors;
}

TEST(Check, ALongCircleIsRefusedWithoutEnd) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "resident.rule" + std::to_string(i) + ": rule" + std::to_string((i + 1) % 1000) + "\n";
  EXPECT_NE(errors_of(text), "");
}

}  // namespace
}  // namespace laoyou::rules
