#include "base/id.h"

#include <gtest/gtest.h>

#include <set>
#include <thread>
#include <type_traits>
#include <vector>

#include "base/check.h"

namespace laoyou {
namespace {

struct Nursery;
struct Kindergarten;
static_assert(!std::is_convertible_v<Id<Nursery>, Id<Kindergarten>>, "the id of one record must not pass for another's");
static_assert(!std::is_constructible_v<Id<Nursery>, Id<Kindergarten>>);

Instant moment(std::string_view text) { return Instant::parse(text).value(); }

TEST(Id, ZeroMeansNoneYet) {
  EXPECT_FALSE(Id<Nursery>{});
  EXPECT_TRUE(Id<Nursery>{7});
}

TEST(Id, IdsRiseAlsoWhenTheClockStepsBack) {
  ManualClock clock(moment("2026-06-01T00:00:00Z"));
  IdSource source(clock, 3);
  std::int64_t last = 0;
  for (int i = 0; i < 20'000; ++i) {
    if (i % 100 == 0) clock.advance_milliseconds(i % 300 == 0 ? -5000 : 7);
    const std::int64_t next = source.next();
    ASSERT_GT(next, last);
    last = next;
  }
}

TEST(Id, TwoServersNeverMakeTheSameId) {
  ManualClock clock(moment("2026-06-01T00:00:00Z"));
  IdSource one(clock, 0), other(clock, 1023);
  std::set<std::int64_t> seen;
  for (int i = 0; i < 10'000; ++i) {
    EXPECT_TRUE(seen.insert(one.next()).second);
    EXPECT_TRUE(seen.insert(other.next()).second);
  }
}

TEST(Id, HoldsMillisecondsNodeAndOrder) {
  ManualClock clock(moment("2026-01-01T00:00:01.000Z"));
  IdSource source(clock, 5);
  EXPECT_EQ(source.next(), (1000LL << 22) | (5LL << 12) | 0);
  EXPECT_EQ(source.next(), (1000LL << 22) | (5LL << 12) | 1);
}

TEST(Id, AClockBeforeTheFirstDayStillGivesIds) {
  ManualClock clock(moment("1970-01-01T00:00:00Z"));
  IdSource source(clock, 0);
  EXPECT_GT(source.next(), 0);
}

TEST(Id, IdsStayPositiveForTwoGenerations) {
  ManualClock clock(moment("2095-01-01T00:00:00Z"));
  EXPECT_GT(IdSource(clock, 1023).next(), 0);
}

TEST(Id, ThreadsShareOneSourceWithoutRepeating) {
  ManualClock clock(moment("2026-06-01T00:00:00Z"));
  IdSource source(clock, 1);
  std::vector<std::vector<std::int64_t>> made(4);
  std::vector<std::thread> threads;
  for (auto& mine : made)
    threads.emplace_back([&] {
      for (int i = 0; i < 5'000; ++i) mine.push_back(source.next());
    });
  for (auto& thread : threads) thread.join();
  std::set<std::int64_t> all;
  for (const auto& mine : made) all.insert(mine.begin(), mine.end());
  EXPECT_EQ(all.size(), 20'000u);
}

TEST(Id, RefusesNodesItHasNoBitsFor) {
  ManualClock clock(Instant{});
  EXPECT_THROW(IdSource(clock, 1024), BrokenInvariant);
  EXPECT_THROW(IdSource(clock, -1), BrokenInvariant);
}

}  // namespace
}  // namespace laoyou

namespace laoyou {
namespace {

TEST(IdSource, RepeatsNoIdWhenTheClockWasSetBack) {
  ManualClock clock(Instant{1'800'000'000'000});
  IdSource before(clock, 1);
  const std::int64_t last = before.next();
  ManualClock earlier(Instant{1'799'999'000'000});
  IdSource after(earlier, 1);
  after.raise_above(Instant{1'800'000'000'000});
  EXPECT_GT(after.next(), last);
}

}  // namespace
}  // namespace laoyou
