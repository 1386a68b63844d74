#include "app/linkage_addresses.h"

#include <istream>
#include <ostream>
#include <string>

#include "base/csv.h"
#include "engines/linkage/address_parser.h"
#include "regions/region_tree.h"

namespace laoyou::app {
namespace {

/// Every place below one, down to counties.
void take_places(const regions::RegionTree& tree, RegionCode above, std::vector<linkage::AddressParser::Place>& places) {
  for (const regions::Region& region : tree.children(above)) {
    if (region.code.level() > RegionLevel::county) continue;
    places.push_back({region.code, region.name});
    if (region.code.level() < RegionLevel::county) take_places(tree, region.code, places);
  }
}

}  // namespace

int read_addresses(std::istream& in, std::ostream& out) {
  std::vector<linkage::AddressParser::Place> places;
  take_places(regions::RegionTree::national(), RegionCode(), places);
  const linkage::AddressParser parser(places);
  out << "province,city,district,code,street\n";
  for (std::string line; std::getline(in, line);) {
    if (line.ends_with('\r')) line.pop_back();
    const linkage::AddressPlace place = parser.parse(line);
    out << csv_cell(place.province) << "," << csv_cell(place.city) << "," << csv_cell(place.district) << "," << (place.code ? place.code->text() : "") << ","
        << csv_cell(std::string_view(line).substr(place.rest)) << "\n";
  }
  return 0;
}

}  // namespace laoyou::app
