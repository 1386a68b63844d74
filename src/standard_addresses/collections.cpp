#include "base/point.h"
#include "standard_addresses/room.h"

namespace laoyou::standard_addresses {
namespace {

using powers::Power;

Refusals check_standard_address(const StandardAddress& now, const StandardAddress*) {
  Refusals refusals;
  if (!now.road && !now.estate) refusals.push_back(at("/road", refuse("addresses.row_empty")));
  if (now.region.level() < RegionLevel::street) refusals.push_back(at("/region", refuse("addresses.region_too_high")));
  if (const auto point = Point::create(now.longitude, now.latitude); !point) refusals.push_back(at("/longitude", point.error()));
  return refusals;
}

}  // namespace

std::vector<collection::Collection> collections() {
  std::vector<collection::Collection> all;
  all.push_back(collection::collection<StandardAddress>("/api/standard-addresses", {"标准地址", "Standard addresses"})
                    .may(Power::places_read, Power::places_write)
                    .search(&StandardAddress::road)
                    .search(&StandardAddress::estate)
                    .ends(&StandardAddress::ended)
                    .lists({"region", "road", "number", "estate", "building", "use", "source", "synthetic"})
                    .checked_by(check_standard_address));
  return all;
}

std::vector<store::TableDefinition> tables() {
  return {store::table<AddressMatch>({store::unique({"owner", "subject"}), store::indexed({"open", "certainty"}), store::indexed({"region"})})};
}

}  // namespace laoyou::standard_addresses
