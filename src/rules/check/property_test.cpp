// What must hold of every checked tree, tried on random expressions and random rows.
#include <gtest/gtest.h>

#include "rules/ranges/condition_ranges.h"
#include "rules/rows/evaluate.h"
#include "rules/testing/book_text.h"
#include "rules/testing/random_expression.h"
#include "rules/tree/typed_tree_walk.h"

namespace laoyou::rules {
namespace {

using testing::BookText;
using testing::RandomExpression;

constexpr std::string_view k_parameters = R"(
region 450200000000
parameter limit
  2020-01-01: 60
  2025-01-01: 80
parameter allowance
  2020-01-01: 80..89 = 50元; 90.. = 100元
)";

const Schema& schema() {
  static const Schema made = testing::example_schema();
  return made;
}

const Facts& facts() {
  static const Facts made = [] {
    SeededRandom random(7);
    return testing::random_facts(schema(), 60, 100, random);
  }();
  return made;
}

CheckedResult<std::shared_ptr<const Book>> check_one(const std::string& expression) {
  return check(BookText(std::string(k_parameters) + "resident.a: " + expression).source, schema());
}

/// Calls visit for the node and all below it that speak of the same row.
void visit_same_row(const Node& node, const std::function<void(const Node&)>& visit) {
  visit(node);
  if (std::holds_alternative<Related>(node.what)) return;
  for_each_child(node, [&visit](const Node& child) { visit_same_row(child, visit); });
}

TEST(CheckProperty, EveryTextIsEitherCheckedOrRefusedWithPlaces) {
  SeededRandom random(11);
  std::size_t accepted = 0;
  for (int round = 0; round < 4000; ++round) {
    RandomExpression expressions(random, 1 + random.below(40));
    const std::string text = expressions.of(static_cast<Kind>(random.below(11)), static_cast<int>(random.below(4)));
    const auto book = check_one(text);
    if (book) ++accepted;
    if (book) continue;
    ASSERT_FALSE(book.error().empty()) << text;
    for (const Refusal& refusal : book.error()) {
      ASSERT_TRUE(refusal.place.starts_with("book:")) << text;
      ASSERT_TRUE(has_message(refusal.code)) << refusal.code;
    }
  }
  EXPECT_GT(accepted, 400u);
}

TEST(CheckProperty, NoValueIsBeyondItsBoundAndNoTwoBranchesOfACaseHold) {
  SeededRandom random(12);
  const Period period = Period::year(2025);
  std::size_t values = 0, cases = 0;
  for (int round = 0; round < 1500; ++round) {
    RandomExpression expressions(random, 0);
    const std::string text = expressions.of(static_cast<Kind>(random.below(7)), static_cast<int>(1 + random.below(3)));
    const auto book = check_one(text);
    if (!book) continue;
    const RowEvaluator evaluator(**book, facts(), period);
    for (std::size_t row = 0; row < 60; row += 3)
      visit_same_row(*(*book)->rules[0].tree, [&](const Node& node) {
        const RowStack rows{RowAt{0, row}};
        if (node.type.kind != Kind::text) {
          const Value value = evaluator.evaluate(node, rows);
          ASSERT_LE(value ? std::abs(*value) : 0, node.bound) << typed_text(schema(), node) << " of " << text;
          values += value.has_value();
        }
        const auto* choice = std::get_if<Case>(&node.what);
        if (!choice || choice->ordered) return;
        int held = 0;
        for (const auto& [condition, value] : choice->branches) held += evaluator.evaluate(*condition, rows) == Value{1};
        ASSERT_LE(held, 1) << typed_text(schema(), node);
        cases += choice->branches.size() > 1;
      });
  }
  EXPECT_GT(values, 10'000u);
  EXPECT_GT(cases, 20u);
}

TEST(CheckProperty, WhatTheBoxesCallImpossibleNeverHappens) {
  SeededRandom random(13);
  const Period period = Period::year(2025);
  std::size_t impossible = 0;
  for (int round = 0; round < 1500; ++round) {
    RandomExpression expressions(random, 0);
    std::string text = std::string(k_parameters);
    for (int rule = 0; rule < 2; ++rule) text += "resident.rule" + std::to_string(rule) + ": " + expressions.of(Kind::boolean, 3) + "\n";
    const auto book = check(BookText(text).source, schema());
    if (!book) continue;
    std::vector<const Parameter*> parameters;
    for (const Parameter& parameter : (*book)->parameters) parameters.push_back(&parameter);
    ConditionRanges ranges(schema(), (*book)->region, (*book)->rules, parameters, period.last_day(), ConditionRanges::Switches::decide);
    const RowEvaluator evaluator(**book, facts(), period);
    const Node &first = *(*book)->rules[0].tree, &second = *(*book)->rules[1].tree;
    for (const bool first_truth : {false, true})
      for (const bool second_truth : {false, true}) {
        if (!meet(ranges.where(first, first_truth), ranges.where(second, second_truth)).empty()) continue;
        ++impossible;
        for (std::size_t row = 0; row < 60; ++row) {
          const RowStack rows{RowAt{0, row}};
          ASSERT_FALSE(evaluator.evaluate(first, rows) == Value{first_truth} && evaluator.evaluate(second, rows) == Value{second_truth}) << text;
        }
      }
  }
  EXPECT_GT(impossible, 100u);
}

}  // namespace
}  // namespace laoyou::rules
