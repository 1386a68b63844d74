// What the rules gave at the end of each month is kept once, out of the journal where nobody kept it then.
#include "plan/indicators/kept_computed.h"

#include <gtest/gtest.h>

#include "plan/stack/library.h"
#include "registry/collections.h"
#include "registry/institution.h"
#include "store/testing/postgres_server.h"
#include "store/testing/temporary_directory.h"

namespace laoyou::plan {
namespace {

const store::Acting k_system = store::Acting::system("test");

const Library& library() {
  static const std::shared_ptr<const Library> loaded = load_library("plans").value();
  return *loaded;
}

Date day(std::string_view text) { return Date::parse(text).value(); }
RegionCode code(std::string_view text) { return RegionCode::parse(text).value(); }

/// A clock that stands until a test moves it.
struct StandingClock : Clock {
  Instant moment = Instant::parse("2025-03-10T02:00:00Z").value();
  Instant now() const override { return moment; }
};

class KeptValues : public testing::TestWithParam<store::DatabaseKind> {
 protected:
  KeptValues() {
    options.database = GetParam() == store::DatabaseKind::sqlite ? "sqlite:" + (directory.path() / "laoyou.db").string() : store::PostgresServer::shared().new_schema();
    options.key_file = directory.path() / "laoyou.key";
    std::vector<store::TableDefinition> all = tables();
    for (collection::Collection& each : registry::collections()) all.push_back(std::move(each.table));
    store = store::Store::open(options, clock, random, std::move(all));
  }

  /// From this moment on there are two beds more in the district, one of them for nursing.
  void two_beds(std::string_view moment) {
    clock.moment = Instant::parse(moment).value();
    const auto outcome = store->write(k_system, [&](store::Writing& writing) -> Result<void> {
      for (const bool nursing : {true, false}) {
        registry::Bed bed;
        bed.id = writing.new_id<registry::Bed>();
        bed.region = code("450203001001");
        bed.nursing = nursing;
        bed.opened = day("2020-05-01");
        writing.insert(bed);
      }
      return {};
    });
    ASSERT_TRUE(outcome.result());
  }
  std::vector<std::string> kept(std::string_view region, std::string_view indicator = "bed_total") {
    return store->read([&](store::Snapshot& snapshot) {
      std::vector<std::string> texts;
      const auto filter = store::Filter().equals("plan", "liuzhou").equals("indicator", indicator).equals("region", code(region)).order_by("day");
      for (const KeptComputed& each : snapshot.select<KeptComputed>(store::Scope::country(), filter)) texts.push_back(each.day.text() + " " + each.value.text());
      return texts;
    });
  }

  store::TemporaryDirectory directory;
  StandingClock clock;
  SecureRandom random;
  store::StoreOptions options;
  std::unique_ptr<store::Store> store;
};

TEST_P(KeptValues, AreWhatTheRegistersGaveAtTheEndOfEachMonthHoweverLateTheyAreAskedFor) {
  two_beds("2025-03-10T02:00:00Z");
  two_beds("2025-04-30T15:59:59Z");
  two_beds("2025-04-30T16:00:00Z");
  const KeepReport report = keep_computed(*store, library(), k_system, day("2025-06-20"));
  EXPECT_EQ(report.days, 3);
  const std::vector<std::string> months{"2025-03-31 2", "2025-04-30 4", "2025-05-31 6"};
  EXPECT_EQ(kept("450200000000"), months) << "of the plan's place";
  EXPECT_EQ(kept("450203000000"), months) << "and of the places below it";
  EXPECT_TRUE(kept("450204000000").empty()) << "a place without records has no value";
}

TEST_P(KeptValues, AreKeptOnce) {
  two_beds("2025-03-10T02:00:00Z");
  keep_computed(*store, library(), k_system, day("2025-05-02"));
  const auto before = kept("450200000000");
  EXPECT_EQ(keep_computed(*store, library(), k_system, day("2025-05-03")).values, 0);
  EXPECT_EQ(kept("450200000000"), before);
  clock.moment = Instant::parse("2025-05-20T02:00:00Z").value();
  EXPECT_EQ(keep_computed(*store, library(), k_system, day("2025-06-01")).days, 1);
  EXPECT_EQ(kept("450200000000").size(), before.size() + 1);
}

TEST_P(KeptValues, OfAnyPastDayComeOutOfTheJournal) {
  two_beds("2025-03-10T02:00:00Z");
  two_beds("2025-04-12T02:00:00Z");
  const Plan& plan = *library().find("liuzhou");
  const auto value = [&](std::string_view on) {
    return store->read([&](store::Snapshot& snapshot) {
      const auto found = computed_on(snapshot, {library(), plan, code("450200000000")}, "bed_total", day(on));
      return found ? found->value.text() : std::string();
    });
  };
  EXPECT_EQ(value("2025-03-09"), "") << "before the journal's first entry";
  EXPECT_EQ(value("2025-03-10"), "2");
  EXPECT_EQ(value("2025-04-11"), "2");
  EXPECT_EQ(value("2025-04-12"), "4");
}

TEST(RuleVersion, IsAnotherForAnotherRuleAndTheSameForTheSame) {
  const rules::Book& book = *library().find("liuzhou")->book;
  const int beds = book.find_rule("bed_total"), share = book.find_rule("nursing_bed_share");
  EXPECT_EQ(facts::rule_version(book, beds), facts::rule_version(book, beds));
  EXPECT_NE(facts::rule_version(book, beds), facts::rule_version(book, share));
}

INSTANTIATE_TEST_SUITE_P(Plan, KeptValues, testing::Values(store::DatabaseKind::sqlite, store::DatabaseKind::postgresql),
                         [](const auto& parameter) { return parameter.param == store::DatabaseKind::sqlite ? "sqlite" : "postgresql"; });

}  // namespace
}  // namespace laoyou::plan
