// What is printed reads as the same tree.
#include <gtest/gtest.h>

#include "base/random.h"
#include "rules/text/parse.h"

namespace laoyou::rules {
namespace {

/// Makes trees of every kind of node; equal seeds make equal trees.
class RandomTree {
 public:
  explicit RandomTree(std::uint64_t seed) : random_(seed) {}

  ParsePtr make(int depth) {
    if (depth <= 0) return leaf();
    switch (random_.below(12)) {
      case 0: return node(ParsedUnary{one_of({"not", "-"}), make(depth - 1)});
      case 1: return node(ParsedIn{make(depth - 1), ranges(depth - 1), random_.below(2) == 0});
      case 2: return cases(depth - 1);
      case 3: return bands(depth - 1);
      case 4: return node(ParsedLookup{name(), make(depth - 1)});
      case 5: return node(ParsedCall{one_of({"round", "missing", "years_between"}), several(depth - 1)});
      case 6: return aggregate(depth - 1);
      case 7: return leaf();
      default:
        return node(ParsedBinary{one_of({"+", "-", "*", "/", "=", "!=", "<", "<=", ">", ">=", "and", "or", "within", "else"}), make(depth - 1), make(depth - 1)});
    }
  }

 private:
  static ParsePtr node(decltype(ParseNode::what) what) { return std::make_shared<const ParseNode>(ParseNode{{}, std::move(what)}); }

  std::string one_of(std::vector<std::string> texts) { return texts[random_.below(texts.size())]; }
  std::string name() { return one_of({"age", "年龄", "region_2", "first_day", "min", "count", "年末60岁以上", "period"}); }

  ParsePtr leaf() {
    switch (random_.below(8)) {
      case 0: return node(ParsedNumber{one_of({"0", "12", "2025", "4.50"}), one_of({"", "", "元", "m²", "%", "min", "岁", "㎡", "万元"})});
      case 1: return node(ParsedDate{one_of({"2025-06-30", "2024-02-29"})});
      case 2: return node(ParsedPeriod{one_of({"2025-06", "2025-Q3", "2025-H1"})});
      case 3: return node(ParsedText{one_of({"", "甲 乙", "a\"b", "a”b", "# no comment"})});
      case 4: return node(ParsedBoolean{random_.below(2) == 0});
      case 5: return node(ParsedName{{name(), name()}});
      default: return node(ParsedName{{name()}});
    }
  }

  ParsedRange range(int depth) {
    const ParsePtr low = make(depth);
    switch (random_.below(4)) {
      case 0: return {low, nullptr};
      case 1: return {nullptr, low};
      case 2: return {low, make(depth)};
      default: return {low, low};
    }
  }

  std::vector<ParsedRange> ranges(int depth) {
    std::vector<ParsedRange> all(1 + random_.below(3));
    for (ParsedRange& each : all) each = range(depth);
    return all;
  }

  std::vector<ParsePtr> several(int depth) {
    std::vector<ParsePtr> all(random_.below(3));
    for (ParsePtr& each : all) each = make(depth);
    return all;
  }

  ParsePtr perhaps(int depth) { return random_.below(2) == 0 ? nullptr : make(depth); }

  ParsePtr cases(int depth) {
    ParsedCase cases{random_.below(2) == 0, {}, perhaps(depth)};
    for (std::uint64_t i = 0; i <= random_.below(3); ++i) cases.branches.emplace_back(make(depth), make(depth));
    return node(std::move(cases));
  }

  ParsePtr bands(int depth) {
    ParsedBands bands{make(depth), {}, perhaps(depth)};
    for (std::uint64_t i = 0; i <= random_.below(3); ++i) bands.rows.emplace_back(range(depth), make(depth));
    return node(std::move(bands));
  }

  ParsePtr aggregate(int depth) {
    const std::string function = one_of({"count", "exists", "sum", "avg", "min", "max", "share", "distinct", "latest"});
    const bool without_value = function == "count" || function == "exists";
    return node(ParsedAggregate{function, without_value ? nullptr : make(depth), name(), {}, perhaps(depth), function == "latest" ? make(depth) : nullptr});
  }

  SeededRandom random_;
};

}  // namespace

TEST(Print, WhatIsPrintedReadsAsTheSameTree) {
  for (std::uint64_t seed = 1; seed <= 20'000; ++seed) {
    const ParsePtr tree = RandomTree(seed).make(static_cast<int>(seed % 5));
    const std::string text = print(*tree);
    if (text.size() > k_max_text_bytes) continue;
    const auto read = parse({text, "random", 1, 1, 1});
    ASSERT_TRUE(read) << text << "\n" << read.error()[0].place << " " << read.error()[0].code;
    ASSERT_TRUE(same_tree(*tree, **read)) << text << "\n" << print(**read);
    ASSERT_EQ(print(**read), text);
  }
}

TEST(Print, TreesThatDifferAreToldApart) {
  const auto tree = [](const std::string& text) { return parse({text, "", 1, 1, 1}).value(); };
  EXPECT_TRUE(same_tree(*tree("a+b # sum"), *tree("( a + b )")));
  const std::vector<std::string> different{"a + b", "b + a", "a - b", "a", "a.b", "1", "1元", "-a", "not a", "a in (1)", "a not in (1)", "a in (1..)", "a in (..1)", "a in (1, 2)",
                                           "case { a: b }", "first { a: b }", "case { a: b; else: c }", "bands a { 1: b }", "bands a { 1: b; else: c }", "a[b]", "a(b)", "a()",
                                           "count(a)", "exists(a)", "count(a where b)", "sum(b of a)", "latest(b of a by c)", "latest(b of a where c by c)", "\"a\"", "true", "false",
                                           "2025-06", "2025-06-30", "2025-06-29"};
  for (const std::string& one : different)
    for (const std::string& other : different) EXPECT_EQ(same_tree(*tree(one), *tree(other)), one == other) << one << " and " << other;
}

}  // namespace laoyou::rules
