#include "http/testing/route_walk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "http/small_town_test.h"

namespace laoyou::http {

TEST(RouteWalk, EveryRouteGivesEveryPowerExactlyWhatItsRowDeclares) {
  SmallTown town;
  EXPECT_THAT(walk_routes(town.port(), SmallTown::descriptions(), town.sessions()), testing::IsEmpty());
  EXPECT_EQ(town.state().handled, 0) << "the walk reached a handler";
}

TEST(RouteWalk, TheWalkNoticesARouteThatIsMoreOpenThanDeclared) {
  SmallTown town;
  std::vector<RouteDescription> routes{{Verb::get, "/api/nurseries", Access::signed_in()}, {Verb::get, "/api/secrets", Access::needs({powers::Power::places_read})}};
  // The first answers without a session too; the second denies those that have this power alone, and admits the auditors' one.
  EXPECT_EQ(walk_routes(town.port(), routes, town.sessions()).size(), 1 + 2u);
}

TEST(RouteWalk, NoScopedRouteAnswersForARegionOutside) {
  SmallTown town;
  const RegionCode outside = RegionCode::parse("650100000000").value();
  EXPECT_THAT(walk_scopes(town.port(), SmallTown::descriptions(), town.sessions(), outside, {}), testing::IsEmpty());
}

}  // namespace laoyou::http
