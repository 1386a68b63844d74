#include "feeds/winning.h"

#include <gtest/gtest.h>

namespace laoyou::feeds {
namespace {

using record::Cell;

Cell text(std::string value) { return Cell(std::move(value)); }
SaidValue said(std::string feed, std::int32_t trust, std::string_view day, std::string value) { return {std::move(feed), trust, Date::parse(day).value(), text(std::move(value))}; }
const SaidValue k_police = said("police", 90, "2025-10-01", "甲");

TEST(Winning, WhatTheRegisterHoldsAlreadyAgrees) { EXPECT_EQ(judge(text("甲"), k_police, {}, {}, 50).verdict, Verdict::agrees); }

TEST(Winning, AnEmptyFieldIsFilledWithoutAContradiction) {
  const Judged judged = judge(Cell(), k_police, {}, {}, 50);
  EXPECT_EQ(judged.verdict, Verdict::fills);
  EXPECT_FALSE(judged.contradicted);
}

TEST(Winning, TheMoreTrustedSourceReplacesTheLessTrusted) {
  const Judged judged = judge(text("乙"), k_police, {}, {said("health", 60, "2025-11-01", "乙")}, 50);
  EXPECT_EQ(judged.verdict, Verdict::replaces);
  EXPECT_TRUE(judged.contradicted);
  EXPECT_EQ(judged.rival, "health");
}

TEST(Winning, TheLessTrustedSourceLeavesTheValueAndTheContradictionIsTold) {
  const Judged judged = judge(text("甲"), said("health", 60, "2025-11-01", "乙"), {}, {k_police}, 50);
  EXPECT_EQ(judged.verdict, Verdict::stays);
  EXPECT_TRUE(judged.contradicted);
  EXPECT_EQ(judged.rival, "police");
}

TEST(Winning, OfEqualsTheNewerHolds) {
  EXPECT_EQ(judge(text("乙"), k_police, {}, {said("civil", 90, "2025-09-01", "乙")}, 50).verdict, Verdict::replaces);
  EXPECT_EQ(judge(text("乙"), k_police, {}, {said("civil", 90, "2025-11-01", "乙")}, 50).verdict, Verdict::stays);
}

TEST(Winning, ASourceMayCorrectItselfWithoutAContradiction) {
  const Judged judged = judge(text("旧"), k_police, text("旧"), {}, 100);
  EXPECT_EQ(judged.verdict, Verdict::replaces);
  EXPECT_FALSE(judged.contradicted);
}

TEST(Winning, WhatSomebodyTypedHereIsBelievedAsThePlanSays) {
  EXPECT_EQ(judge(text("乙"), k_police, {}, {}, 50).verdict, Verdict::replaces);
  const Judged judged = judge(text("乙"), k_police, {}, {}, 95);
  EXPECT_EQ(judged.verdict, Verdict::stays);
  EXPECT_TRUE(judged.contradicted);
  EXPECT_EQ(judged.rival, "");
}

}  // namespace
}  // namespace laoyou::feeds
