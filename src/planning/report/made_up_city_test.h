// A made-up district with people and nurseries, for tests.
#pragma once

#include "engines/streets/synthetic_district.h"
#include "planning/city/situation.h"

namespace laoyou::planning {

struct MadeUpCity {
  std::shared_ptr<const City> city;
  std::unique_ptr<Situation> situation;
};

/// The district of seed 1 around `middle`, in two streets of two villages, seven people at each address, and three nurseries.
inline MadeUpCity made_up_city(Point middle) {
  streets::SyntheticDistrict district = streets::make_district(1, {9, 8, middle});
  streets::give_communities(district, {"650204001001", "650204001002", "650204002001", "650204002002"});
  const auto files = streets::district_files(district, 1);
  const auto text = [&](std::string_view name) {
    for (const auto& file : files)
      if (file.name == name) return std::string_view(file.text);
    return std::string_view();
  };
  MadeUpCity made;
  made.city = std::make_shared<const City>(streets::city_from_tables({text("nodes.csv"), text("edges.csv"), text("people.csv"), text("areas.csv")}).value());
  Registers registers;
  registers.day = Date::parse("2026-11-30").value();
  registers.region = RegionCode::parse("650204000000").value();
  registers.rules = {{{registry::InstitutionKind::nursery, PeopleGroup::under_three, PlaceUnit::slots}}, {{TravelWay::walk, 72, "示例", true}}};
  constexpr std::int64_t k_at_each = 7;
  registers.people.assign(made.city->addresses().size(), GroupCounts{k_at_each, k_at_each, k_at_each, k_at_each, k_at_each});
  for (std::size_t number = 0; number < 3; ++number) {
    PlaceOnMap place;
    place.id = {static_cast<std::int64_t>(number) + 1};
    place.kind = registry::InstitutionKind::nursery;
    place.name = "托育园";
    place.region = registers.region;
    place.point = made.city->addresses()[number * made.city->addresses().size() / 6].point;
    place.walk = made.city->position(TravelWay::walk, *place.point);
    registers.places.push_back(std::move(place));
  }
  made.situation = std::make_unique<Situation>(made.city, std::move(registers));
  return made;
}

}  // namespace laoyou::planning
