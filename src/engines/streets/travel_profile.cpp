#include "engines/streets/travel_profile.h"

#include <algorithm>

#include "base/embedded.h"
#include "engines/tables/column_table.h"

namespace laoyou::streets {
namespace {

LAOYOU_EMBEDDED(street_classes_csv)

constexpr double k_km_h_in_m_s = 1.0 / 3.6;

}  // namespace

const StreetClass* TravelProfile::find(std::string_view name) const {
  const auto found = std::find_if(classes.begin(), classes.end(), [name](const StreetClass& known) { return known.name == name; });
  return found == classes.end() ? nullptr : &*found;
}

double TravelProfile::speed_m_s(const StreetClass& street_class, double car_km_h) const {
  const bool closed = (mode == TravelMode::walk ? street_class.walk_share : street_class.car_km_h) <= 0;
  if (closed || even_speed_m_s > 0) return closed ? 0 : even_speed_m_s;
  if (mode == TravelMode::walk) return street_class.walk_share * walking_speed_m_s;
  return (car_km_h > 0 ? car_km_h : street_class.car_km_h) * k_km_h_in_m_s;
}

TravelProfile default_profile(TravelMode mode) {
  TravelProfile profile;
  profile.mode = mode;
  profile.classes = read_street_classes(street_classes_csv()).value();
  return profile;
}

Result<std::vector<StreetClass>> read_street_classes(std::string_view csv) {
  const auto table = tables::ColumnTable::read(csv, {tables::needed("highway", {"道路等级"}), tables::needed("car_km_h"), tables::needed("walk_share")});
  if (!table) return table.error();
  std::vector<StreetClass> classes;
  for (std::size_t row = 0; row < table->rows(); ++row) {
    const auto speed = table->number(row, "car_km_h", 0, 300);
    if (!speed) return speed.error();
    const auto share = table->number(row, "walk_share", 0, 2);
    if (!share) return share.error();
    const std::string& name = table->text(row, "highway");
    const bool known = std::any_of(classes.begin(), classes.end(), [&](const StreetClass& other) { return other.name == name; });
    if (known) return table->refused(row, "highway", "streets.repeated_class", {name});
    classes.push_back({name, *speed, *share});
  }
  return classes;
}

}  // namespace laoyou::streets
