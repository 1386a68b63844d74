#include "collection/day_bounds.h"

#include <gtest/gtest.h>

namespace laoyou::collection {
namespace {

Date day(const char* text) { return Date::parse(text).value(); }

std::string said(std::string_view record, std::string_view field, const char* text) {
  const Result<void> checked = check_day(record, field, day(text), day("2026-11-29"));
  return checked ? "taken" : checked.error().code;
}

TEST(DayBounds, AnyDayOfAnyRegisterLiesBetweenBounds) {
  EXPECT_EQ(said("institution", "opened", "1800-01-01"), "records.day_out_of_range");
  EXPECT_EQ(said("institution", "opened", "9999-12-31"), "records.day_out_of_range");
  EXPECT_EQ(said("institution", "opened", "1956-01-01"), "taken");
  EXPECT_EQ(said("institution", "opened", "2027-03-01"), "taken");
}

TEST(DayBounds, WhatHasHappenedIsNotOfTomorrow) {
  EXPECT_EQ(said("staff", "trained_on", "2026-11-30"), "records.day_out_of_range");
  EXPECT_EQ(said("staff", "trained_on", "2026-11-29"), "taken");
  EXPECT_EQ(said("resident", "born", "1899-12-31"), "records.day_out_of_range");
}

}  // namespace
}  // namespace laoyou::collection
