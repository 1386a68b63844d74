// What the registers say of a city today, put on its map: how many people of each group live at each address, and every place with what it has free.
#pragma once

#include <map>

#include "facts/facts_keeper.h"
#include "planning/city/city.h"
#include "registry/place.h"
#include "store/store.h"

namespace laoyou::planning {

using GroupCounts = std::array<std::int64_t, k_groups>;

/// An institution as planning sees it.
struct PlaceOnMap {
  Id<registry::Institution> id;
  std::int32_t version = 0;
  RegionCode region;
  std::string name;
  registry::InstitutionKind kind = registry::InstitutionKind::elderly_home;
  std::optional<Point> point;     ///< nothing: the register does not say
  std::optional<Date> opened, closed;
  bool open_today = true;
  std::int64_t capacity = 0, free = 0;  ///< beds or slots, as its kind has; today
  coverage::Position walk, car;
  bool synthetic = false;
  std::optional<bool> inclusive;
  std::optional<std::string> address, phone;
  std::optional<Fen> monthly_fee;

  bool open_on(Date day) const { return (!opened || *opened <= day) && (!closed || *closed > day); }
  const coverage::Position& position(TravelWay way) const { return way == TravelWay::car ? car : walk; }
};

struct Registers {
  std::int64_t changed_at = 0;  ///< FactsKeeper::changed_at()
  Instant as_of;
  Date day;
  RegionCode region;
  GoingRules rules;                 ///< by which capacities were read and questions are asked
  std::vector<GroupCounts> people;  ///< by address of the city
  GroupCounts placed{}, unplaced{};
  std::map<RegionCode, std::int64_t> unplaced_in;  ///< by the place their records name
  std::vector<PlaceOnMap> places;                  ///< by region, then id; closed ones too
};

/// Everything that lies within `region`. A person whose record names no street or village of the map with addresses is not placed.
Registers read_registers(const City& city, RegionCode region, const facts::FactsKeeper& facts, store::Store& store, Instant now, GoingRules rules);

}  // namespace laoyou::planning
