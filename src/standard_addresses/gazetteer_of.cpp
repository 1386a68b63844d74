#include "standard_addresses/gazetteer_of.h"

namespace laoyou::standard_addresses {
namespace {

/// The places below one, down to a level.
void take(const regions::RegionTree& tree, RegionCode above, RegionLevel lowest, std::vector<addresses::Gazetteer::Place>& places) {
  for (const regions::Region& region : tree.children(above)) {
    if (region.code.level() > lowest) continue;
    places.push_back({region.code, region.name});
    if (region.code.level() < lowest) take(tree, region.code, lowest, places);
  }
}

}  // namespace

addresses::Gazetteer gazetteer_of(const regions::RegionTree& tree, const std::set<RegionCode>& regions) {
  std::vector<addresses::Gazetteer::Place> places;
  take(tree, RegionCode(), RegionLevel::county, places);
  std::set<RegionCode> cities;
  for (RegionCode region : regions) {
    while (region.level() > RegionLevel::city) region = *region.parent();
    if (region.level() == RegionLevel::city) cities.insert(region);
  }
  std::vector<addresses::Gazetteer::Place> below;
  for (const RegionCode city : cities) take(tree, city, RegionLevel::village, below);
  for (addresses::Gazetteer::Place& place : below)
    if (place.code.level() > RegionLevel::county) places.push_back(std::move(place));
  return addresses::Gazetteer(places);
}

}  // namespace laoyou::standard_addresses
