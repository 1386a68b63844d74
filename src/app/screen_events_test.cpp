#include <gmock/gmock.h>

#include "app/running_house_test.h"

namespace laoyou::app {

class OpenScreens : public OnBothDatabases {};
RUN_ON_BOTH_DATABASES(OpenScreens);

TEST_P(OpenScreens, HearOfAChangeThatCameThroughNoRouteOfThisServer) {
  const auto screen = house.house().events().subscribe(code("450203000000"));
  std::vector<plan::ReportedValue> many;
  for (int year = 2000; year < 2030; ++year)
    for (const char* indicator : {"bed_total", "slot_total", "nursing_bed_share"}) many.push_back(reading("450203000000", indicator, std::to_string(year), "1"));
  house.add_readings(many);
  ASSERT_TRUE(house.house().follower().wait_for(house.store().journal_head(), std::chrono::seconds(60)));
  EXPECT_EQ(screen->take(), "event: readings_changed\ndata: {\"plan\":\"liuzhou\",\"region\":\"450203000000\"}\n\n") << "ninety values of one command are one event";
  EXPECT_EQ(screen->take(), "");
}

TEST_P(OpenScreens, HearOfAChangeInARegisterWithinTheirRegionAlone) {
  const Visitor clerk = house.visit("clerk", "official", "450203000000");
  const auto here = house.house().events().subscribe(code("450203000000")), elsewhere = house.house().events().subscribe(code("450204000000"));
  ASSERT_EQ(clerk.post("/api/institutions", {{"region", "450203000000"}, {"name", "甲"}, {"kind", "elderly_home"}}).status, 201);
  ASSERT_TRUE(house.house().follower().wait_for(house.store().journal_head(), std::chrono::seconds(60)));
  EXPECT_EQ(here->take(), "event: records_changed\ndata: {\"record\":\"institution\"}\n\n");
  EXPECT_EQ(elsewhere->take(), "");
}

}  // namespace laoyou::app
