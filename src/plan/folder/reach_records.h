// What planning reckons by: how fast people go, whom kinds of places serve, and which of a plan's standards and figures it understands. The tables
// place_kinds.csv, travel_speeds.csv, reach_limits.csv, reach_measures.csv, need_ratios.csv, estate_rules.csv and people_forecasts.csv of a plan folder.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "record/enum_leaf.h"
#include "record/leaf.h"
#include "registry/place.h"
#include "registry/reach_words.h"

namespace laoyou::plan {

/// A kind of place that planning speaks of (机构类别): whom it is for, and what it has for those who come.
struct PlaceKind {
  registry::InstitutionKind kind = registry::InstitutionKind::elderly_home;
  registry::PeopleGroup group = registry::PeopleGroup::everybody;
  registry::PlaceUnit unit = registry::PlaceUnit::none;
  std::optional<std::string> note;
  std::string source;
  bool unverified = false;
};
LAOYOU_RECORD(PlaceKind, "place_kind", kind, group, unit, note, source, unverified)

/// How fast somebody goes (出行速度).
struct TravelSpeed {
  registry::TravelWay way = registry::TravelWay::walk;
  Decimal metres_per_minute;  ///< on foot, and for drivers to and from their car
  std::optional<std::string> note;
  std::string source;
  bool unverified = false;
};
LAOYOU_RECORD(TravelSpeed, "travel_speed", way, metres_per_minute, note, source, unverified)

/// A standard that says how far people may have to go (可达限度): minutes or metres, as its unit says.
struct ReachLimit {
  std::string standard;
  std::string source;
  bool unverified = false;
};
LAOYOU_RECORD(ReachLimit, "reach_limit", standard, source, unverified)

/// A question of reach that a plan asks (可达口径): people of the group within the standard's limit of a place of any of the kinds. Of several standards of one
/// measure the first that the plans give holds.
struct ReachMeasure {
  std::string measure, standard;
  std::vector<registry::InstitutionKind> kinds;
  registry::TravelWay way = registry::TravelWay::walk;
  registry::PeopleGroup group = registry::PeopleGroup::everybody;
  std::string name, name_en;
  std::string source;
  bool unverified = false;
};
LAOYOU_RECORD(ReachMeasure, "reach_measure", measure, standard, kinds, way, group, name, name_en, source, unverified)

/// A standard that says how many beds or slots so many people want (配置比例).
struct NeedRatio {
  std::string standard;
  registry::PlaceUnit gives = registry::PlaceUnit::beds;
  std::int32_t per_people = 1000;
  std::int32_t from_age = 0, to_age = 100;
  std::string name, name_en;  ///< with {} for the standard's number
  std::string source;
  bool unverified = false;
};
LAOYOU_RECORD(NeedRatio, "need_ratio", standard, gives, per_people, from_age, to_age, name, name_en, source, unverified)

/// A standard that says how much floor area housing estates need (小区配建).
struct EstateStandard {
  std::string standard;
  registry::EstateSpace space = registry::EstateSpace::elderly;
  bool newly_built = false;  ///< of new estates, else of those that stand
  std::string source;
  bool unverified = false;
};
LAOYOU_RECORD(EstateStandard, "estate_standard", standard, space, newly_built, source, unverified)

/// A figure that says how many people of an age there will be (人口预测数).
struct PeopleForecast {
  std::string figure;
  std::int32_t from_age = 0, to_age = 100;
  std::string source;
  bool unverified = false;
};
LAOYOU_RECORD(PeopleForecast, "people_forecast", figure, from_age, to_age, source, unverified)

}  // namespace laoyou::plan
