#include "base/minutes.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <type_traits>

#include "base/fen.h"

namespace laoyou {
namespace {

static_assert(!std::is_convertible_v<Minutes, Fen> && !std::is_convertible_v<Fen, Minutes>, "time and money never mix");

Minutes minutes(std::int64_t count) { return Minutes::create(count).value(); }

RC_GTEST_PROP(Minutes, SumsAreExactOrRefused, ()) {
  const auto a = *rc::gen::inRange<std::int64_t>(-Minutes::k_limit, Minutes::k_limit + 1);
  const auto b = *rc::gen::inRange<std::int64_t>(-Minutes::k_limit, Minutes::k_limit + 1);
  const auto sum = minutes(a).plus(minutes(b));
  RC_ASSERT(sum.has_value() == (a + b <= Minutes::k_limit && a + b >= -Minutes::k_limit));
  if (sum) RC_ASSERT(sum->minus(minutes(b)).value() == minutes(a));
}

TEST(Minutes, RefusesMoreThanACentury) {
  EXPECT_EQ(Minutes::create(Minutes::k_limit + 1).error().code, "minutes.too_large");
  EXPECT_EQ(Minutes::create(INT64_MIN).error().code, "minutes.too_large");
  EXPECT_EQ(minutes(Minutes::k_limit).count(), Minutes::k_limit);
}

}  // namespace
}  // namespace laoyou
