#include "planning/city/placed_homes.h"

#include <gtest/gtest.h>

#include "base/random.h"
#include "standard_addresses/room.h"
#include "store/testing/postgres_server.h"
#include "store/testing/temporary_directory.h"

namespace laoyou::planning {
namespace {

using standard_addresses::AddressCertainty;
using standard_addresses::AddressMatch;
using standard_addresses::AddressOwner;

/// Two villages of two addresses each, along one street.
City small_city() {
  return City(streets::city_from_tables({"id,longitude,latitude\n1,84.80,45.60\n2,84.81,45.60\n", "from,to,length_m\n1,2,780\n",
                                         "region,longitude,latitude,name,people\n650203001001,84.801,45.60,a,1\n650203001001,84.803,45.60,b,1\n650203001002,84.806,45.60,c,1\n650203001002,84.809,45.60,d,1\n", ""})
                  .value());
}

class PlacedHomes : public testing::TestWithParam<store::DatabaseKind> {
 protected:
  PlacedHomes() {
    store::StoreOptions options;
    options.database = GetParam() == store::DatabaseKind::sqlite ? "sqlite:" + (directory_.path() / "laoyou.db").string() : store::PostgresServer::shared().new_schema();
    options.key_file = directory_.path() / "laoyou.key";
    std::vector<store::TableDefinition> all = standard_addresses::tables();
    for (collection::Collection& each : standard_addresses::collections()) all.push_back(std::move(each.table));
    store_ = store::Store::open(std::move(options), clock_, random_, std::move(all));
  }
  void put(std::int64_t household, std::string_view region, AddressCertainty certainty, std::optional<double> longitude, AddressOwner owner = AddressOwner::household) {
    EXPECT_TRUE(store_->write(store::Acting::system("test"), [&](store::Writing& writing) -> Result<void> {
      AddressMatch match;
      match.id = writing.new_id<AddressMatch>();
      match.region = RegionCode::parse(region).value();
      match.owner = owner;
      match.subject = household;
      match.certainty = certainty;
      match.longitude = longitude;
      if (longitude) match.latitude = 45.6;
      writing.insert(match);
      return {};
    }).result());
  }

  store::TemporaryDirectory directory_;
  SystemClock clock_;
  SecureRandom random_;
  std::unique_ptr<store::Store> store_;
};
INSTANTIATE_TEST_SUITE_P(Planning, PlacedHomes, testing::Values(store::DatabaseKind::sqlite, store::DatabaseKind::postgresql),
                         [](const auto& database) { return database.param == store::DatabaseKind::sqlite ? "sqlite" : "postgresql"; });

}  // namespace

TEST_P(PlacedHomes, AHouseholdLivesAtTheAddressOfItsPlaceThatLiesNearest) {
  put(1, "650203001001", AddressCertainty::door, 84.8028);
  put(2, "650203001001", AddressCertainty::building, 84.8058);  // nearer to a house of the next village, which is not its own
  put(3, "650203001002", AddressCertainty::road, 84.8088);
  put(4, "650203001001", AddressCertainty::village, 84.802);
  put(5, "650203001001", AddressCertainty::none, std::nullopt);
  put(6, "650203001001", AddressCertainty::door, 84.8028, AddressOwner::institution);
  put(7, "650204001001", AddressCertainty::door, 84.8028);  // a place that the map does not have
  const City city = small_city();
  const auto homes = placed_homes(city, RegionCode::parse("650203000000").value(), *store_);
  ASSERT_EQ(homes.size(), 3U);
  EXPECT_EQ(city.addresses()[homes.at(1)].name, "b");
  EXPECT_EQ(city.addresses()[homes.at(2)].name, "b");
  EXPECT_EQ(city.addresses()[homes.at(3)].name, "d");
}

}  // namespace laoyou::planning
