#include "rules/columns/kernels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "base/random.h"

namespace laoyou::rules {
namespace {

constexpr std::size_t k_words = 5, k_lanes = 64 * k_words;

/// Every set of instructions of this machine; the plain definition beside each loop is the judge.
class ColumnKernels : public testing::TestWithParam<int> {
 protected:
  void SetUp() override {
    if (kernels_of_level(GetParam()) == nullptr) GTEST_SKIP() << "this machine lacks the instructions";
  }
  const Kernels& loops() const { return *kernels_of_level(GetParam()); }
  SeededRandom random{7};

  template <class T>
  std::vector<T> values(std::uint64_t bound) {
    std::vector<T> made(k_lanes);
    for (T& each : made) each = static_cast<T>(random.below(bound) - bound / 2);
    return made;
  }
  std::vector<std::uint64_t> mask() {
    std::vector<std::uint64_t> made(k_words);
    for (std::uint64_t& word : made) word = random.below(3) == 0 ? 0 : random.below(3) == 0 ? ~std::uint64_t{0} : random.next() & random.next();
    return made;
  }
  static bool bit(const std::vector<std::uint64_t>& words, std::size_t at) { return (words[at / 64] >> at % 64 & 1) != 0; }

  template <class T, class Loop>
  void expect_range(Loop loop, std::uint64_t bound) {
    for (int turn = 0; turn < 50; ++turn) {
      const std::vector<T> lanes = values<T>(bound);
      T low = lanes[random.below(k_lanes)], high = lanes[random.below(k_lanes)];
      if (high < low) std::swap(low, high);
      std::vector<std::uint64_t> out = mask();
      const std::vector<std::uint64_t> before = out;
      const bool more = turn % 2 == 1;
      loop(lanes.data(), k_words, low, high, more, out.data());
      for (std::size_t lane = 0; lane < k_lanes; ++lane)
        ASSERT_EQ(bit(out, lane), (low <= lanes[lane] && lanes[lane] <= high) || (more && bit(before, lane))) << "lane " << lane;
    }
  }
};

TEST_P(ColumnKernels, RangesHoldTheirEndsAndNothingBeyond) {
  expect_range<std::uint8_t>(loops().in_range_u8, 256);
  expect_range<std::uint16_t>(loops().in_range_u16, 65'536);
  expect_range<std::int32_t>(loops().in_range_i32, std::uint64_t{1} << 32);
  expect_range<std::int64_t>(loops().in_range_i64, std::uint64_t{1} << 63);
  expect_range<std::int64_t>(loops().in_range_i64, 12);
}

TEST_P(ColumnKernels, ComparisonsAreThoseOfSignedNumbers) {
  for (const std::uint64_t bound : {std::uint64_t{5}, std::uint64_t{1} << 62}) {
    const auto left = values<std::int64_t>(bound), right = values<std::int64_t>(bound);
    std::vector<std::uint64_t> less(k_words), equal(k_words);
    loops().less(left.data(), right.data(), k_words, less.data());
    loops().equal(left.data(), right.data(), k_words, equal.data());
    for (std::size_t lane = 0; lane < k_lanes; ++lane) {
      ASSERT_EQ(bit(less, lane), left[lane] < right[lane]);
      ASSERT_EQ(bit(equal, lane), left[lane] == right[lane]);
    }
  }
}

TEST_P(ColumnKernels, BlendingTakesTheLanesOfTheMask) {
  const auto from = values<std::int64_t>(1'000), before = values<std::int64_t>(1'000);
  const auto chosen = mask();
  auto out = before;
  loops().blend(from.data(), chosen.data(), k_words, out.data());
  std::vector<std::int64_t> lanes(k_lanes);
  loops().bits_to_lanes(chosen.data(), k_words, lanes.data());
  std::int64_t sum = 0;
  for (std::size_t lane = 0; lane < k_lanes; ++lane) {
    ASSERT_EQ(out[lane], bit(chosen, lane) ? from[lane] : before[lane]);
    ASSERT_EQ(lanes[lane], bit(chosen, lane));
    sum += bit(chosen, lane) ? from[lane] : 0;
  }
  EXPECT_EQ(loops().masked_sum(from.data(), chosen.data(), k_words), sum);
}

TEST_P(ColumnKernels, RowsOfAMaskAreItsBitsInOrder) {
  for (int turn = 0; turn < 200; ++turn) {
    const auto chosen = mask();
    std::vector<std::int32_t> rows(k_lanes + 16), wanted;
    for (std::size_t lane = 0; lane < k_lanes; ++lane)
      if (bit(chosen, lane)) wanted.push_back(1'000 + static_cast<std::int32_t>(lane));
    rows.resize(loops().rows_of(chosen.data(), k_words, 1'000, rows.data()));
    ASSERT_EQ(rows, wanted);
    ASSERT_EQ(loops().count(chosen.data(), k_words), std::ssize(wanted));
  }
}

TEST_P(ColumnKernels, GatheredBitsAreThoseOfTheRows) {
  const auto words = mask();
  for (const std::size_t n : {std::size_t{1}, std::size_t{17}, std::size_t{64}, std::size_t{150}}) {
    std::vector<std::int32_t> rows(n);
    for (std::int32_t& row : rows) row = static_cast<std::int32_t>(random.below(k_lanes));
    std::vector<std::uint64_t> out(k_words);
    loops().gather_bits(words.data(), rows.data(), n, out.data());
    for (std::size_t lane = 0; lane < n; ++lane) ASSERT_EQ(bit(out, lane), bit(words, static_cast<std::size_t>(rows[lane])));
    EXPECT_EQ(out[(n - 1) / 64] >> (n - 1) % 64 >> 1, n % 64 == 0 ? 0 : ~std::uint64_t{0} >> n % 64);
  }
}

TEST_P(ColumnKernels, MasksKeepWhatIsMissing) {
  const auto left_yes = mask(), right_yes = mask(), valid = mask();
  std::vector<std::uint64_t> left_no(k_words), right_no(k_words), yes(k_words), no(k_words);
  for (std::size_t word = 0; word < k_words; ++word) {
    left_no[word] = ~left_yes[word] & random.next();
    right_no[word] = ~right_yes[word] & random.next();
  }
  loops().both(left_yes.data(), left_no.data(), right_yes.data(), right_no.data(), k_words, yes.data(), no.data());
  for (std::size_t lane = 0; lane < k_lanes; ++lane) {
    ASSERT_EQ(bit(yes, lane), bit(left_yes, lane) && bit(right_yes, lane));
    ASSERT_EQ(bit(no, lane), bit(left_no, lane) || bit(right_no, lane));
  }
  yes = left_yes;
  loops().decide(valid.data(), ~std::uint64_t{0}, 0, k_words, yes.data(), no.data());
  for (std::size_t lane = 0; lane < k_lanes; ++lane) {
    ASSERT_EQ(bit(yes, lane), !bit(valid, lane) || bit(left_yes, lane));
    ASSERT_EQ(bit(no, lane), bit(valid, lane) && !bit(left_yes, lane));
  }
}

INSTANTIATE_TEST_SUITE_P(Instructions, ColumnKernels, testing::Values(2, 3, 4), [](const auto& level) { return "v" + std::to_string(level.param); });

}  // namespace
}  // namespace laoyou::rules
