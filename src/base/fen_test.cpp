#include "base/fen.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <numeric>

#include "base/check.h"

namespace laoyou {
namespace {

Fen fen(std::int64_t count) { return Fen::create(count).value(); }

std::string refusal_of(const Result<Fen>& money) { return money ? "" : money.error().code; }

Fen any_fen() {
  const auto limit = *rc::gen::elementOf(std::vector<std::int64_t>{200, 1'000'000, Fen::k_limit});
  return fen(*rc::gen::inRange<std::int64_t>(-limit, limit + 1));
}

TEST(Fen, ReadsMoneyAsPlansWriteIt) {
  EXPECT_EQ(Fen::parse("50元").value(), fen(5'000));
  EXPECT_EQ(Fen::parse("1234.5").value(), fen(123'450));
  EXPECT_EQ(Fen::parse("2250万元").value(), fen(2'250'000'000));
  EXPECT_EQ(Fen::parse("1.5亿元").value(), fen(15'000'000'000));
  EXPECT_EQ(Fen::parse("-0.01元").value(), fen(-1));
  EXPECT_EQ(Fen::parse("0.000001万元").value(), fen(1));
  EXPECT_EQ(Fen::parse("1.2345678901亿元").value(), fen(12'345'678'901));
}

TEST(Fen, RefusesPartsOfAFen) {
  for (const char* text : {"0.001元", "0.005", "0.0000001万元", "", "元", "五十元", "1,234元", "50 元", "50元整", "1e3元", "万元"})
    EXPECT_EQ(refusal_of(Fen::parse(text)), "money.malformed") << text;
}

TEST(Fen, RefusesMoreThanItsLimit) {
  for (const char* text : {"10000000000000.01", "-10000000000000.01", "100001亿元", "99999999999999999999999999999999999999999元"})
    EXPECT_EQ(refusal_of(Fen::parse(text)), "money.too_large") << text;
  EXPECT_EQ(refusal_of(Fen::create(Fen::k_limit + 1)), "money.too_large");
  EXPECT_EQ(refusal_of(Fen::create(INT64_MIN)), "money.too_large");
  EXPECT_EQ(refusal_of(fen(Fen::k_limit).plus(fen(1))), "money.too_large");
  EXPECT_EQ(refusal_of(fen(-Fen::k_limit).minus(fen(1))), "money.too_large");
  EXPECT_EQ(refusal_of(fen(2).times(INT64_MAX)), "money.too_large");
  EXPECT_EQ(refusal_of(fen(-1).times(INT64_MIN)), "money.too_large");
  EXPECT_EQ(refusal_of(fen(Fen::k_limit).scaled(INT64_MAX, 1, Rounding::down)), "money.too_large");
}

RC_GTEST_PROP(Fen, ReadsWhatItWrites, ()) {
  const Fen money = any_fen();
  RC_ASSERT(Fen::parse(money.yuan_text()).value() == money);
  RC_ASSERT(Fen::parse(money.yuan_text() + "元").value() == money);
}

TEST(Fen, ReadsItsLargestAmount) {
  EXPECT_EQ(Fen::parse(fen(Fen::k_limit).yuan_text()).value(), fen(Fen::k_limit));
  EXPECT_EQ(Fen::parse(fen(-Fen::k_limit).yuan_text()).value(), fen(-Fen::k_limit));
}

TEST(Fen, WritesYuanWithTwoPlaces) {
  EXPECT_EQ(fen(123'450).yuan_text(), "1234.50");
  EXPECT_EQ(fen(-5).yuan_text(), "-0.05");
  EXPECT_EQ(fen(0).yuan_text(), "0.00");
}

RC_GTEST_PROP(Fen, SumsAreExactOrRefused, ()) {
  const Fen a = any_fen(), b = any_fen();
  const std::int64_t sum = a.count() + b.count();
  const auto added = a.plus(b);
  RC_ASSERT(added.has_value() == (sum <= Fen::k_limit && sum >= -Fen::k_limit));
  if (added) RC_ASSERT(added->minus(b).value() == a);
}

TEST(Fen, ScalesWithNamedRounding) {
  EXPECT_EQ(fen(101).scaled(1, 2, Rounding::half_up).value(), fen(51));
  EXPECT_EQ(fen(101).scaled(1, 2, Rounding::half_even).value(), fen(50));
  EXPECT_EQ(fen(101).scaled(1, 2, Rounding::down).value(), fen(50));
  EXPECT_EQ(fen(-101).scaled(1, 2, Rounding::up).value(), fen(-51));
  EXPECT_THROW((void)fen(1).scaled(1, 0, Rounding::down), BrokenInvariant);
}

RC_GTEST_PROP(Fen, SplitLosesNothing, ()) {
  const Fen total = any_fen();
  auto weights = *rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(0, 1000));
  weights.push_back(*rc::gen::inRange<std::int64_t>(1, 1000));
  const auto parts = split(total, weights);
  RC_ASSERT(parts.size() == weights.size());
  RC_ASSERT(std::accumulate(parts.begin(), parts.end(), std::int64_t{0}, [](std::int64_t sum, Fen part) { return sum + part.count(); }) == total.count());
}

RC_GTEST_PROP(Fen, SplitGivesEachPartItsShareToWithinOneFen, ()) {
  const Fen total = any_fen();
  auto weights = *rc::gen::container<std::vector<std::int64_t>>(rc::gen::elementOf(std::vector<std::int64_t>{0, 1, 2, 3, 7, INT64_MAX / 4}));
  weights.push_back(1);
  __int128 sum = 0;
  for (std::int64_t weight : weights) sum += weight;
  const auto parts = split(total, weights);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const __int128 off = static_cast<__int128>(parts[i].count()) * sum - static_cast<__int128>(total.count()) * weights[i];
    RC_ASSERT((off < 0 ? -off : off) < sum);
    RC_ASSERT(weights[i] > 0 || parts[i].count() == 0);
  }
}

TEST(Fen, SplitGivesTheFenLeftOverToTheLargestRemainder) {
  const std::vector<std::int64_t> thirds{1, 1, 1}, uneven{1, 2, 3};
  EXPECT_EQ(split(fen(100), thirds), (std::vector<Fen>{fen(34), fen(33), fen(33)}));
  EXPECT_EQ(split(fen(-100), thirds), (std::vector<Fen>{fen(-34), fen(-33), fen(-33)}));
  EXPECT_EQ(split(fen(100), uneven), (std::vector<Fen>{fen(17), fen(33), fen(50)}));
}

TEST(Fen, SplitNeedsSomeWeight) {
  EXPECT_THROW(split(fen(1), {}), BrokenInvariant);
  EXPECT_THROW(split(fen(1), std::vector<std::int64_t>{0, 0}), BrokenInvariant);
  EXPECT_THROW(split(fen(1), std::vector<std::int64_t>{2, -1}), BrokenInvariant);
}

}  // namespace
}  // namespace laoyou
