#include "rules/sql/nesting.h"

#include <gtest/gtest.h>

#include <string>

namespace laoyou::rules {
namespace {

TEST(SqlNesting, WhatStandsSideBySideCostsNothing) {
  std::string sum = "select 1";
  for (int i = 0; i < 200; ++i) sum += " + (2 * 3)";
  EXPECT_EQ(sql_nesting(sum), sql_nesting("select 1 + (2 * 3)"));
}

TEST(SqlNesting, EachLevelCostsTheSame) {
  std::string inner = "x";
  int before = sql_nesting("select (1 + x)");
  for (int depth = 0; depth < 5; ++depth) {
    inner = "(1 + " + inner + ")";
    const int now = sql_nesting("select (1 + " + inner + ")");
    EXPECT_EQ(now, before + 3);
    before = now;
  }
}

TEST(SqlNesting, QuotedPartsAreNotRead) {
  EXPECT_EQ(sql_nesting("select '((((''(((case' = \"((\""), sql_nesting("select 'a' = \"b\""));
}

TEST(SqlNesting, TheAndOfABetweenIsNoConjunction) {
  EXPECT_EQ(sql_nesting("select a and b and c and (1)"), sql_nesting("select a and (1)"));
  EXPECT_GT(sql_nesting("select a between b and (1)"), sql_nesting("select a and (1)"));
}

}  // namespace
}  // namespace laoyou::rules
