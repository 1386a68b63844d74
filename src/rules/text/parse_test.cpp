// Expressions as they are written: what they mean to the parser, and where they are refused.
#include "rules/text/parse.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/messages.h"

namespace laoyou::rules {
namespace {

SourceText source(std::string text) { return {std::move(text), "rules.yaml", 1, 1, 1}; }

/// What a text reads as, written canonically; or "line:column: sentence".
std::string reading(const std::string& text) {
  const auto tree = parse(source(text));
  if (tree) return print(**tree);
  EXPECT_EQ(tree.error().size(), 1u);
  return tree.error()[0].place.substr(std::string("rules.yaml:").size()) + ": " + message(tree.error()[0], Language::en);
}

struct Row {
  std::string written, read;
};

void expect_readings(const std::vector<Row>& rows) {
  for (const Row& row : rows) EXPECT_EQ(reading(row.written), row.read) << row.written;
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST(Parse, LiteralsCarryTheirUnits) {
  expect_readings({{"100元", "100元"},
                   {"100 元", "100元"},
                   {"2250万元", "2250万元"},
                   {"55%", "55%"},
                   {"55 ％", "55％"},
                   {"35m²", "35 m²"},
                   {"35 m²", "35 m²"},
                   {"35㎡", "35㎡"},
                   {"15 min", "15 min"},
                   {"2人", "2人"},
                   {"4.5", "4.5"},
                   {"2025-06-30", "2025-06-30"},
                   {"2025-06", "2025-06"},
                   {"2025-Q3", "2025-Q3"},
                   {"2025-H1", "2025-H1"},
                   {"\"甲\"", "\"甲\""},
                   {"“a\"b”", "“a\"b”"},
                   {"true", "true"},
                   {"false", "false"}});
}

TEST(Parse, ADateIsWrittenWithoutBlanksAndASubtractionWithThem) {
  expect_readings({{"2025 - 06", "2025 - 06"}, {"2025-6", "2025 - 6"}, {"a-06", "a - 06"}, {"2025-06 - 1", "2025-06 - 1"}});
}

TEST(Parse, SignsBindAsInArithmetic) {
  expect_readings({{"a-b-c", "a - b - c"},
                   {"a-(b-c)", "a - (b - c)"},
                   {"a+b*c", "a + b * c"},
                   {"(a+b)*c", "(a + b) * c"},
                   {"a/(b/c)", "a / (b / c)"},
                   {"-a*b", "-a * b"},
                   {"-(a*b)", "-(a * b)"},
                   {"--a", "--a"},
                   {"((a))", "a"},
                   {"a or b and not c", "a or b and not c"},
                   {"(a or b) and c", "(a or b) and c"},
                   {"not (a and b)", "not (a and b)"},
                   {"not a = b", "not a = b"},
                   {"(not a) = b", "(not a) = b"},
                   {"a else b else c", "a else b else c"},
                   {"a else (b else c)", "a else (b else c)"},
                   {"a and b else c", "a and b else c"},
                   {"a + (b else c)", "a + (b else c)"}});
}

TEST(Parse, ComparisonsListsAndRanges) {
  expect_readings({{"age>=80", "age >= 80"},
                   {"age != 80", "age != 80"},
                   {"age in (80..89, 95, 100..)", "age in (80..89, 95, 100..)"},
                   {"age in 80..89", "age in 80..89"},
                   {"age in ..79", "age in ..79"},
                   {"age not in (1,2)", "age not in (1, 2)"},
                   {"not age in (1,2)", "not age in (1, 2)"},
                   {"age between 80 and 89", "age in 80..89"},
                   {"age between 80 and 89 and rich", "age in 80..89 and rich"},
                   {"joined in period", "joined in period"},
                   {"age in ((a + b) * 2)", "age in ((a + b) * 2)"},
                   {"age in 80.. and rich", "age in 80.. and rich"},
                   {"region within plan.region", "region within plan.region"},
                   {"income is missing", "missing(income)"},
                   {"missing(income)", "missing(income)"},
                   {"not income is missing", "not missing(income)"}});
}

TEST(Parse, CasesBandsLookupsAndCalls) {
  expect_readings({{"case { a: 1; b: 2 }", "case { a: 1; b: 2 }"},
                   {"case { a: 1; b: 2; else: 3; }", "case { a: 1; b: 2; else: 3 }"},
                   {"first { a else b: 1 else 2; else: 3 }", "first { a else b: 1 else 2; else: 3 }"},
                   {"bands age { 80..89: 50元; 90..: 100元; else: 0元 }", "bands age { 80..89: 50元; 90..: 100元; else: 0元 }"},
                   {"bands a + b { ..1: 1; 2: 2; x..: 3; }", "bands a + b { ..1: 1; 2: 2; x..: 3 }"},
                   {"high_age_allowance[age]", "high_age_allowance[age]"},
                   {"round(x * y / 12, half_up)", "round(x * y / 12, half_up)"},
                   {"today()", "today()"},
                   {"institution.stars + 1", "institution.stars + 1"},
                   {"first + case", "1:7: found “+” where { should stand"},
                   {"a.first", "1:3: a name should stand here and not “first”"}});
}

TEST(Parse, AggregatesNameTheirRecord) {
  expect_readings({{"count(person)", "count(person)"},
                   {"count(person where age>=80)", "count(person where age >= 80)"},
                   {"exists(visit where visit.day in period)", "exists(visit where visit.day in period)"},
                   {"sum(beds of institution where open)", "sum(beds of institution where open)"},
                   {"avg(a+b of bed)", "avg(a + b of bed)"},
                   {"min(a of bed) + max(a of bed)", "min(a of bed) + max(a of bed)"},
                   {"share(nursing of bed where open)", "share(nursing of bed where open)"},
                   {"distinct(person of visit)", "distinct(person of visit)"},
                   {"latest(score of visit where score > 3 by day)", "latest(score of visit where score > 3 by day)"},
                   {"latest(score of visit by day)", "latest(score of visit by day)"},
                   {"min + max", "min + max"}});
}

TEST(Parse, ChineseNamesKeywordsAndPunctuationAreTheSame) {
  expect_readings({{"年龄 ≥ 80 且 （户籍 = 本地 或 非 低保）", "年龄 >= 80 and (户籍 = 本地 or not 低保)"},
                   {"年龄 属于 （80..89， 95、 100..）", "年龄 in (80..89, 95, 100..)"},
                   {"年龄 不属于 （1，2）", "年龄 not in (1, 2)"},
                   {"地区 位于 plan.region 否则 true", "地区 within plan.region else true"},
                   {"收入 为 缺失", "missing(收入)"},
                   {"收入 为缺失", "missing(收入)"},
                   {"缺失（收入）", "missing(收入)"},
                   {"case ｛ 甲 ≠ 1： 2； 乙 ＝ 1： 3 ｝", "case { 甲 != 1: 2; 乙 = 1: 3 }"},
                   {"a ＜ 1 and b ＞ 2 and c ≤ 3", "a < 1 and b > 2 and c <= 3"},
                   {"甲 × 乙 ÷ 2 ＋ 丙 － 1", "甲 * 乙 / 2 + 丙 - 1"},
                   {"年末60岁以上 + 1", "年末60岁以上 + 1"},
                   {"年龄　≥　80且 x", "年龄 >= 80 and x"}});
}

TEST(Parse, CommentsRunToTheEndOfTheirLine) {
  expect_readings({{"a # 第二条\n + b", "a + b"}, {"# only a comment", "1:17: the expression is not finished"}, {"\"a#b\"", "\"a#b\""}});
}

TEST(Parse, EveryErrorHasItsPlaceAndSaysWhatIsWrong) {
  expect_readings({
      {"", "1:1: the expression is not finished"},
      {"a +", "1:4: the expression is not finished"},
      {"x is", "1:5: the expression is not finished"},
      {"x between 3", "1:12: the expression is not finished"},
      {"x in", "1:5: the expression is not finished"},
      {"x in ..", "1:8: the expression is not finished"},
      {"x within", "1:9: the expression is not finished"},
      {"not", "1:4: the expression is not finished"},
      {"a + )", "1:5: a value should stand here and not “)”"},
      {"* a", "1:1: a value should stand here and not “*”"},
      {"a and or b", "1:7: a value should stand here and not “or”"},
      {"a b", "1:3: the expression before “b” is complete: a sign is missing between them or “b” is too much"},
      {"a)", "1:2: the expression before “)” is complete: a sign is missing between them or “)” is too much"},
      {"12 13", "1:4: the expression before “13” is complete: a sign is missing between them or “13” is too much"},
      {"case { a: 1 } 2元", "1:15: the expression before “2元” is complete: a sign is missing between them or “2元” is too much"},
      {"(a + b", "1:1: “(” is never closed"},
      {"a * (b + [c]", "1:10: a value should stand here and not “[”"},
      {"t[a", "1:2: “[” is never closed"},
      {"case { a: 1;", "1:6: “{” is never closed"},
      {"case { a: (1; }", "1:13: found “;” where ) should stand"},
      {"round(a, half_up", "1:6: “(” is never closed"},
      {"round(a half_up)", "1:9: found “half_up” where , ) should stand"},
      {"round(a,)", "1:9: a value should stand here and not “)”"},
      {"x in (1, 2", "1:6: “(” is never closed"},
      {"x in ()", "1:7: a value should stand here and not “)”"},
      {"x in (1 2)", "1:9: found “2” where , ) should stand"},
      {"x not 3", "1:7: found “3” where in should stand"},
      {"x between 3 or 4", "1:13: found “or” where and should stand"},
      {"x is 3", "1:6: found “3” where missing should stand"},
      {"a < b < c", "1:7: comparisons do not chain: make two of it with “and” before “<”"},
      {"a = b in (1)", "1:7: comparisons do not chain: make two of it with “and” before “in”"},
      {"a in (1) not in (2)", "1:10: comparisons do not chain: make two of it with “and” before “not”"},
      {"case a", "1:6: found “a” where { should stand"},
      {"case {}", "1:7: a value should stand here and not “}”"},
      {"case { else: 1 }", "1:8: a value should stand here and not “else”"},
      {"case { a 1 }", "1:10: found “1” where : should stand"},
      {"case { a: 1 b: 2 }", "1:13: found “b” where ; } should stand"},
      {"case { a: 1; else: 2; b: 3 }", "1:23: found “b” where } should stand"},
      {"bands age { 80..89 50元 }", "1:20: found “50元” where : should stand"},
      {"bands age { }", "1:13: a value should stand here and not “}”"},
      {"bands { 1: 2 }", "1:7: a value should stand here and not “{”"},
      {"sum(a)", "1:6: found “)” where of should stand"},
      {"min(a, b)", "1:6: found “,” where of should stand"},
      {"sum(a of 5)", "1:10: a name should stand here and not “5”"},
      {"count(5)", "1:7: a name should stand here and not “5”"},
      {"count(person age > 3)", "1:14: found “age” where where ) should stand"},
      {"count(person by day)", "1:14: found “by” where where ) should stand"},
      {"latest(a of visit)", "1:18: found “)” where where by should stand"},
      {"plan.", "1:6: the expression is not finished"},
      {"plan.5", "1:6: a name should stand here and not “5”"},
      {"age >= 80 $", "1:11: the character “$” means nothing in a rule"},
      {"年龄 ≥ 80 ？", "1:9: the character “？” means nothing in a rule"},
      {"80abc", "1:3: “abc” is not a known unit; leave a blank between a number and another word"},
      {"80岁且甲", "1:3: “岁且甲” is not a known unit; leave a blank between a number and another word"},
      {"\"abc", "1:1: “\"” is never closed"},
      {"“abc\"", "1:1: ““” is never closed"},
      {"a = \"b\nc\"", "1:5: “\"” is never closed"},
      {"2025-13", "1:1: “2025-13” is not a period; write 2025 or 2025-H1 or 2025-Q3 or 2025-06 or 2025-06-30"},
      {"a > 2025-02-30", "1:5: there is no such day as 2025-02-30"},
      {"a\n + \n  $", "3:3: the character “$” means nothing in a rule"},
  });
}

TEST(Parse, APlaceCountsCharactersFromWhereTheTextStandsInItsFile) {
  const SourceText text{"年龄 ≥ 80 且\n收入 < ?", "plans/a/rules.yaml", 7, 12, 9};
  const auto tree = parse(text);
  ASSERT_FALSE(tree);
  EXPECT_EQ(tree.error()[0].place, "plans/a/rules.yaml:8:14");
}

TEST(Parse, BytesThatAreNoTextAreRefused) {
  EXPECT_EQ(parse(source("a = \"\xff\"")).error()[0].code, "text.not_utf8");
  EXPECT_EQ(parse(source(std::string("a\0b", 3))).error()[0].code, "text.not_utf8");
}

TEST(Parse, NestingTenThousandDeepIsRefusedAndNotCrashed) {
  const int deep = 10'000;
  const std::vector<std::string> texts{
      repeated("(", deep) + "a" + repeated(")", deep),
      repeated("-", deep) + "a",
      repeated("not ", deep) + "a",
      "a" + repeated(" else a", deep * 9 / 10),
      "a" + repeated(" + a", deep),
      "a" + repeated(" and a", deep),
      repeated("t[", deep) + "a" + repeated("]", deep),
      repeated("f(", deep) + "a" + repeated(")", deep),
      repeated("case{a:", deep / 2) + "a" + repeated("}", deep / 2),
      repeated("case{", deep / 2) + "a",
      repeated("bands a{", deep / 2) + "a",
      repeated("bands ", deep) + "a",
      repeated("a in ((", deep / 2) + "a",
      repeated("sum(", deep) + "a",
  };
  for (const std::string& text : texts) {
    const auto tree = parse(source(text));
    ASSERT_FALSE(tree) << text.substr(0, 20);
    EXPECT_EQ(tree.error()[0].code, "rules.too_deep") << text.substr(0, 20);
  }
  EXPECT_TRUE(parse(source(repeated("(", k_max_depth - 1) + "a" + repeated(")", k_max_depth - 1))));
  EXPECT_TRUE(parse(source("a" + repeated(" or a", k_max_depth - 1))));
}

TEST(Parse, ATextThatIsTooLongIsRefused) {
  EXPECT_EQ(parse(source(repeated(" ", k_max_text_bytes) + "a")).error()[0].code, "rules.too_long");
  EXPECT_EQ(parse(source("x in (1" + repeated(",1", k_max_nodes) + ")")).error()[0].code, "rules.too_long");
}

TEST(Parse, SpansCoverWhatIsWritten) {
  const std::string text = "(年龄 + 1) * count(bed where open)";
  const ParsePtr tree = parse(source(text)).value();
  const auto written = [&](const ParsePtr& node) { return text.substr(node->span.begin, node->span.end - node->span.begin); };
  EXPECT_EQ(written(tree), text);
  const auto& product = std::get<ParsedBinary>(tree->what);
  EXPECT_EQ(written(product.left), "年龄 + 1");
  EXPECT_EQ(written(product.right), "count(bed where open)");
  const auto& count = std::get<ParsedAggregate>(product.right->what);
  EXPECT_EQ(text.substr(count.record_span.begin, 3), "bed");
  EXPECT_EQ(written(count.condition), "open");
}

TEST(ParseRange, ATablesKeyIsARange) {
  EXPECT_EQ(print(*parse_range(source("80..89")).value().high), "89");
  EXPECT_EQ(parse_range(source("100..")).value().high, nullptr);
  EXPECT_EQ(parse_range(source("..79")).value().low, nullptr);
  const ParsedRange single = parse_range(source("中度")).value();
  EXPECT_EQ(single.low, single.high);
  EXPECT_EQ(parse_range(source("80..89 1")).error()[0].code, "rules.left_over");
  EXPECT_EQ(parse_range(source("")).error()[0].code, "rules.not_finished");
}

}  // namespace laoyou::rules
