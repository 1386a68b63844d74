// What a screen shows of a past day is what it showed on that day, whatever has happened since.
#include <gtest/gtest.h>

#include <random>

#include "plan/indicators/asked_day.h"
#include "plan/indicators/indicator_answers.h"
#include "plan/indicators/readings_view.h"
#include "plan/matrix/matrix.h"
#include "plan/answers/room.h"
#include "plan/stack/library.h"
#include "record/json_write.h"
#include "store/record_watch.h"
#include "store/testing/postgres_server.h"
#include "store/testing/temporary_directory.h"

namespace laoyou::plan {
namespace {

constexpr std::int64_t k_hour_ms = 60 * 60 * 1000;
const store::Actor k_actor{7, "web", "request"};

const Library& library() {
  static const std::shared_ptr<const Library> loaded = load_library("plans").value();
  return *loaded;
}

RegionCode code(std::string_view text) { return RegionCode::parse(text).value(); }

template <class T>
std::string text_of(const T& answer) {
  std::string text;
  record::write_json(text, answer, record::View{});
  return text;
}

/// All that screens show of the city, of a district and of one indicator, as that view has it.
std::string shown(const ReadingsView& view, Date day) {
  const Plan& plan = *library().find("karamay");
  const RegionCode city = code("650200000000"), district = code("650203000000");
  return text_of(plan_summary(view, library(), plan, city, city, day)) + text_of(indicator_list(view, library(), plan, district, std::nullopt, day)) +
         text_of(*indicator_detail(view, library(), plan, "nursing_bed_share", city, day)) + text_of(matrix(view, library(), plan, {"karamay", city, {}, {}}, day));
}

class PastDays : public testing::TestWithParam<store::DatabaseKind> {
 protected:
  PastDays() {
    options.database = GetParam() == store::DatabaseKind::sqlite ? "sqlite:" + (directory.path() / "laoyou.db").string() : store::PostgresServer::shared().new_schema();
    options.key_file = directory.path() / "laoyou.key";
    store = store::Store::open(options, clock, random, tables());
  }

  /// One report, correction or removal of a random value.
  void change(std::mt19937_64& chance) {
    const auto among = [&](std::size_t count) { return static_cast<std::size_t>(chance() % count); };
    const char* regions[] = {"650200000000", "650202000000", "650203000000", "650204000000", "650205000000"};
    const char* periods[] = {"2023", "2024", "2024-H1", "2025-Q1", "2025"};
    const auto& indicators = library().find("karamay")->content.indicators;
    ReportedValue value{{}, code(regions[among(5)]), "karamay", chance() % 3 == 0 ? "nursing_bed_share" : indicators[among(indicators.size())].value.key,
                        Period::parse(periods[among(5)]).value(), Decimal::parse(std::to_string(chance() % 100)).value(), "台账", false, 7, {}, {}, "甲"};
    const auto outcome = store->write(k_actor, [&](store::Writing& writing) -> Result<void> {
      const auto old = writing.first<ReportedValue>(store::Scope::country(), store::Filter().equals("indicator", value.indicator).equals("region", value.region).equals("period", value.period));
      value.id = old ? old->id : writing.new_id<ReportedValue>();
      value.reported_at = writing.now();
      if (!old)
        writing.insert(value);
      else if (chance() % 3 == 0)
        writing.remove(old->id);
      else
        writing.update(value);
      return {};
    });
    ASSERT_TRUE(outcome.done());
  }

  store::TemporaryDirectory directory;
  ManualClock clock{Instant::parse("2025-03-01T02:00:00.000Z").value()};
  SecureRandom random;
  store::StoreOptions options;
  std::unique_ptr<store::Store> store;
};
INSTANTIATE_TEST_SUITE_P(Plan, PastDays, testing::Values(store::DatabaseKind::sqlite, store::DatabaseKind::postgresql),
                         [](const auto& parameter) { return parameter.param == store::DatabaseKind::sqlite ? "sqlite" : "postgresql"; });

}  // namespace

TEST_P(PastDays, ShowWhatWasRecordedThenOverRandomHistories) {
  for (std::uint64_t history = 1; history <= 4; ++history) {
    std::mt19937_64 chance(history);
    std::map<Date, std::string> recorded;
    for (int step = 0; step < 60; ++step) {
      change(chance);
      const Date day = clock.now().beijing_day();
      recorded[day] = store->read([&](store::Snapshot& now) { return shown(ReadingsView(now), day); });
      clock.advance_milliseconds(static_cast<std::int64_t>(chance() % 16) * k_hour_ms + 1);
    }
    ASSERT_GT(recorded.size(), 10u);
    for (const auto& [day, then] : recorded)
      EXPECT_EQ(store->read([&](store::Snapshot& now) { return shown(ReadingsView(now, code("650200000000"), day), day); }), then)
          << "history " << history << ", " << day.text();
  }
}

TEST_P(PastDays, AreKeptAndShowTheSameAfterLaterChanges) {
  std::mt19937_64 chance(9);
  KeptAnswers kept;
  std::map<Date, std::string> recorded;
  const auto asked = [&](Date day) {
    return store->read([&](store::Snapshot& now) { return AskedDay{day, true, true}.view(kept, now, code("650200000000"), [&](const ReadingsView& view) { return shown(view, day); }); });
  };
  for (int step = 0; step < 40; ++step) {
    change(chance);
    const Date day = clock.now().beijing_day();
    recorded[day] = store->read([&](store::Snapshot& now) { return shown(ReadingsView(now), day); });
    clock.advance_milliseconds(static_cast<std::int64_t>(chance() % 16) * k_hour_ms + 1);
    // A day that is over, asked again and again while others change values.
    const auto one = std::next(recorded.begin(), static_cast<std::ptrdiff_t>(chance() % recorded.size()));
    if (one->first < day) { EXPECT_EQ(asked(one->first), one->second) << one->first.text(); }
  }
  for (const auto& [day, then] : recorded)
    if (day < clock.now().beijing_day()) { EXPECT_EQ(asked(day), then) << day.text(); }
}

TEST_P(PastDays, WhatIsKeptInMemoryShowsWhatStandsInTheStoreAfterEveryChange) {
  std::mt19937_64 chance(5);
  KeptReadings kept;
  store::RecordWatch watch({"reading"});
  const Date today = Date::parse("2025-03-01").value();
  for (int turn = 0; turn < 60; ++turn) {
    // Sometimes several changes come between two looks, sometimes none.
    for (std::uint64_t count = chance() % 4; count > 0; --count) change(chance);
    store->read([&](store::Snapshot& now) {
      const auto all = kept.at(now, watch.as_of(now));
      ASSERT_NE(all, nullptr);
      EXPECT_EQ(shown({now, all}, today), shown(now, today)) << "turn " << turn;
    });
  }
}

TEST_P(PastDays, AnOlderLookIsNotGivenWhatIsKeptOfANewerOne) {
  std::mt19937_64 chance(6);
  KeptReadings kept;
  store::RecordWatch watch({"reading"});
  change(chance);
  store->read([&](store::Snapshot& older) {
    const std::int64_t then = watch.as_of(older);
    change(chance);
    store->read([&](store::Snapshot& newer) { EXPECT_NE(kept.at(newer, watch.as_of(newer)), nullptr); });
    EXPECT_EQ(kept.at(older, then), nullptr);
  });
}

TEST_P(PastDays, ADayEndsAtMidnightInBeijing) {
  std::mt19937_64 chance(1);
  const auto count = [&](std::string_view day) {
    return store->read([&](store::Snapshot& now) {
      std::size_t values = 0;
      const ChosenReadings chosen = ReadingsView(now, code("650200000000"), Date::parse(day).value()).choose(code("650200000000"), {"karamay"});
      for (const auto& [key, series] : chosen.all()) values += series->size();
      return values;
    });
  };
  clock.advance_milliseconds(14 * k_hour_ms - 1);  // 2025-03-01 23:59:59.999 in Beijing
  change(chance);
  EXPECT_EQ(count("2025-02-28"), 0u);
  EXPECT_EQ(count("2025-03-01"), 1u);
  clock.advance_milliseconds(1);
  change(chance);
  EXPECT_EQ(count("2025-03-01"), 1u);
  EXPECT_EQ(count("2025-03-02"), 2u);
}

}  // namespace laoyou::plan
