#include "standard_addresses/base_rows.h"

namespace laoyou::standard_addresses {
namespace {

std::string joined(const std::string& road, const std::string& number, const std::string& estate, const std::string& building) {
  const std::string door = road + number, house = estate + building;
  return door.empty() || house.empty() ? door + house : door + " " + house;
}

}  // namespace

RegionCode county_of(RegionCode region) {
  while (region.level() > RegionLevel::county) region = *region.parent();
  return region;
}

RegionCode city_of(RegionCode region) {
  while (region.level() > RegionLevel::city) region = *region.parent();
  return region;
}

std::set<RegionCode> BaseRows::counties() const {
  std::set<RegionCode> counties;
  for (const addresses::KnownAddress& row : rows) counties.insert(county_of(row.region));
  return counties;
}

BaseRows base_rows(const store::Snapshot& snapshot, const store::Scope& scope, Date day) {
  BaseRows base;
  snapshot.each<StandardAddress>(scope, store::Filter().order_by("id"), [&](StandardAddress each) {
    if (each.ended && *each.ended <= day) return;
    base.ids.push_back(each.id.number);
    base.rows.push_back({each.region, std::move(each.road).value_or(""), std::move(each.number).value_or(""), std::move(each.estate).value_or(""), std::move(each.building).value_or(""),
                         {each.longitude, each.latitude}});
  });
  return base;
}

std::string standard_text(const StandardAddress& address) {
  return joined(address.road.value_or(""), address.number.value_or(""), address.estate.value_or(""), address.building.value_or(""));
}
std::string standard_text(const addresses::KnownAddress& address) { return joined(address.road, address.number, address.estate, address.building); }

}  // namespace laoyou::standard_addresses
