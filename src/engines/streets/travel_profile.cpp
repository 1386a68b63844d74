#include "engines/streets/travel_profile.h"

#include <algorithm>

#include "base/csv.h"
#include "engines/streets/street_table.h"

namespace laoyou::streets {
namespace {

// Free-flow speeds in town by OpenStreetMap class; motorways and trunk roads are closed to walkers. Steps count half, as walking
// profiles of routing programs commonly do.
constexpr std::string_view k_default_classes =
    "highway,car_km_h,walk_share\n"
    "motorway,90,0\n"
    "motorway_link,45,0\n"
    "trunk,70,0\n"
    "trunk_link,40,0\n"
    "primary,50,1\n"
    "primary_link,40,1\n"
    "secondary,45,1\n"
    "secondary_link,35,1\n"
    "tertiary,40,1\n"
    "tertiary_link,30,1\n"
    "unclassified,30,1\n"
    "residential,25,1\n"
    "living_street,10,1\n"
    "service,15,1\n"
    "road,25,1\n"
    "track,0,1\n"
    "pedestrian,0,1\n"
    "footway,0,1\n"
    "path,0,1\n"
    "bridleway,0,1\n"
    "cycleway,0,1\n"
    "corridor,0,1\n"
    "steps,0,0.5\n";

constexpr double k_km_h_in_m_s = 1.0 / 3.6;

}  // namespace

const StreetClass* TravelProfile::find(std::string_view name) const {
  const auto found = std::find_if(classes.begin(), classes.end(), [name](const StreetClass& known) { return known.name == name; });
  return found == classes.end() ? nullptr : &*found;
}

double TravelProfile::speed_m_s(const StreetClass& street_class, double car_km_h) const {
  if (mode == TravelMode::walk) return street_class.walk_share * walking_speed_m_s;
  if (street_class.car_km_h <= 0) return 0;
  return (car_km_h > 0 ? car_km_h : street_class.car_km_h) * k_km_h_in_m_s;
}

TravelProfile default_profile(TravelMode mode) {
  TravelProfile profile;
  profile.mode = mode;
  profile.classes = read_street_classes(k_default_classes).value();
  return profile;
}

Result<std::vector<StreetClass>> read_street_classes(std::string_view csv) {
  const auto table = StreetTable::read(csv, {"highway", "car_km_h", "walk_share"}, {});
  if (!table) return table.error();
  std::vector<StreetClass> classes;
  for (std::size_t row = 0; row < table->rows(); ++row) {
    const auto speed = table->number(row, "car_km_h", 0, 300);
    if (!speed) return speed.error();
    const auto share = table->number(row, "walk_share", 0, 2);
    if (!share) return share.error();
    classes.push_back({table->text(row, "highway"), *speed, *share});
  }
  return classes;
}

}  // namespace laoyou::streets
