// The demonstration's lists of other offices: taken in as real ones are, with the errors that real ones have.
#include "app/demo_feeds.h"

#include <gmock/gmock.h>

#include "app/demo_registers.h"
#include "app/running_house_test.h"
#include "feeds/records.h"

namespace laoyou::app {
namespace {

using testing::UnorderedElementsAre;

class DemoFeeds : public OnBothDatabases {
 protected:
  static RegionCode karamay() { return code("650200000000"); }
  void fill_people() {
    const auto library = real_plans().current();
    ASSERT_TRUE(fill_registers(house.store(), {0, "command", "demo"}, *library, *library->plans.at("karamay"), 7));
  }
  Result<int> fill() { return fill_feeds(house.house().feeds_services(), karamay(), Date::parse("2026-03-01").value(), 0, 11); }
  std::vector<feeds::Delivery> deliveries() {
    return house.store().read([&](store::Snapshot& snapshot) { return snapshot.select<feeds::Delivery>(store::Scope(karamay())); });
  }
};
RUN_ON_BOTH_DATABASES(DemoFeeds);

}  // namespace

TEST_P(DemoFeeds, FourListsAreTakenInOnceAndTwoOfficesHaveSentNothing) {
  fill_people();
  EXPECT_EQ(fill().value(), 4);
  EXPECT_EQ(fill().value(), 0);
  std::vector<std::string> feeds;
  for (const feeds::Delivery& each : deliveries()) {
    feeds.push_back(each.feed);
    EXPECT_EQ(each.state, feeds::DeliveryState::applied);
    EXPECT_GT(each.counts.rows, 20);
    EXPECT_FALSE(each.content.has_value());
  }
  EXPECT_THAT(feeds, UnorderedElementsAre("police", "health", "social_assistance", "disability"));
}

TEST_P(DemoFeeds, TheirErrorsAreContradictionsAndPeopleInDoubt) {
  fill_people();
  ASSERT_EQ(fill().value(), 4);
  feeds::DeliveryCounts sum;
  for (const feeds::Delivery& each : deliveries()) {
    sum.conflicts += each.counts.conflicts;
    sum.unknown += each.counts.unknown + each.counts.doubtful;
  }
  EXPECT_GT(sum.conflicts, 0) << "a name that was misheard, a telephone that changed, a number whose check character is wrong";
  EXPECT_GT(sum.unknown, 0) << "a person without a number";
  const auto tasks = house.store().read([&](store::Snapshot& snapshot) { return snapshot.count<feeds::PersonTask>(store::Scope(karamay())); });
  EXPECT_GT(tasks, 0);
}

TEST_P(DemoFeeds, WhereNobodyMadeUpLivesNoListComes) { EXPECT_EQ(fill().value(), 0); }

}  // namespace laoyou::app
