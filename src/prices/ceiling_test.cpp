#include "prices/ceiling.h"

#include <gtest/gtest.h>

namespace laoyou::prices {
namespace {

Fen yuan(std::int64_t yuan) { return *Fen::create(yuan * 100); }

PricedPlace place(std::int64_t id, std::string_view region, std::int64_t fee, bool inclusive = false) {
  return {id, "place " + std::to_string(id), *RegionCode::parse(region), registry::InstitutionKind::nursery, inclusive, yuan(fee), std::nullopt};
}

TEST(Median, IsTheMiddlePriceOrTheMeanOfTheTwoInTheMiddle) {
  EXPECT_FALSE(median({}));
  EXPECT_EQ(median({yuan(3), yuan(1), yuan(2)}), yuan(2));
  EXPECT_EQ(median({yuan(4), yuan(1), yuan(3), yuan(2)})->count(), 250);
  EXPECT_EQ(median({*Fen::create(1), *Fen::create(2)})->count(), 2) << "half a fen goes up";
}

TEST(Comparable, AreTheMarketPlacesOfItsKindInItsCounty) {
  std::vector<PricedPlace> all{place(1, "650203001001", 900, true), place(2, "650203002002", 1000), place(3, "650203000000", 2000), place(4, "650203001001", 100, true),
                               place(5, "650202000000", 9000), place(6, "650203001001", 7000)};
  all.back().kind = registry::InstitutionKind::elderly_home;
  const Comparison found = comparable(all[0], all, {RegionLevel::county, 2, 10, ""});
  EXPECT_EQ(found.within.text(), "650203000000");
  EXPECT_EQ(found.places.size(), 2u);
  EXPECT_EQ(found.median, yuan(1500));
}

TEST(Comparable, AreThoseOfTheCityWhereTheCountyHasTooFew) {
  const std::vector<PricedPlace> all{place(1, "650203001001", 900, true), place(2, "650203002002", 1000), place(5, "650202000000", 3000), place(7, "650102000000", 9999)};
  const Comparison found = comparable(all[0], all, {RegionLevel::county, 2, 10, ""});
  EXPECT_EQ(found.within.text(), "650200000000");
  EXPECT_EQ(found.places.size(), 2u);
  EXPECT_EQ(found.median, yuan(2000));
}

TEST(Comparable, AreNoneWhereThereIsNoMarketPlace) {
  const std::vector<PricedPlace> all{place(1, "650203001001", 900, true), place(2, "650203001001", 800, true)};
  EXPECT_FALSE(comparable(all[0], all, {RegionLevel::county, 1, 10, ""}).median);
}

TEST(Comparable, StandNearestFirst) {
  std::vector<PricedPlace> all{place(1, "650203001001", 900, true), place(2, "650203001001", 1000), place(3, "650203001001", 1000)};
  all[0].point = Point{84.88, 45.58};
  all[1].point = Point{84.98, 45.58};
  all[2].point = Point{84.89, 45.58};
  EXPECT_EQ(comparable(all[0], all, built_in_comparison()).places.front()->id, 3);
}

}  // namespace
}  // namespace laoyou::prices
