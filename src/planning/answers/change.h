// What is tried out: places put, closed, changed in size; and what that does.
#pragma once

#include "planning/answers/answers.h"

namespace laoyou::planning {

enum class ChangeKind { put, close, resize };
LAOYOU_ENUM(ChangeKind, "planning_change_kind", put, close, resize)

struct Change {
  ChangeKind what = ChangeKind::put;
  std::optional<std::string> name;                     ///< of a place that is put
  std::optional<double> longitude, latitude;           ///< likewise
  std::optional<Id<registry::Institution>> place;      ///< that is closed or changed
  std::optional<std::int64_t> capacity;                ///< beds or slots, of a place put or changed
};
LAOYOU_RECORD(Change, "planning_change", what, name, longitude, latitude, place, capacity)

struct TryTotals {
  std::int64_t people = 0, reached = 0;
  double share = 0;
  std::optional<double> score_mean;  ///< beds or slots for each thousand people, over all people
};
LAOYOU_RECORD(TryTotals, "planning_try_totals", people, reached, share, score_mean)

struct TryRegion {
  RegionCode region;
  std::string name, level;
  std::int64_t people = 0, before_reached = 0, after_reached = 0;
  double before_share = 0, after_share = 0;
  std::optional<double> before_score, after_score;
};
LAOYOU_RECORD(TryRegion, "planning_try_region", region, name, level, people, before_reached, after_reached, before_share, after_share, before_score, after_score)

struct TryPlace {
  std::optional<Id<registry::Institution>> place;  ///< nothing: it is put
  std::string name;
  double longitude = 0, latitude = 0;
  std::int64_t capacity = 0;
  bool closed = false;
  std::int64_t before_load = 0, load = 0;  ///< people for whom it is the nearest within the limit
};
LAOYOU_RECORD(TryPlace, "planning_try_place", place, name, longitude, latitude, capacity, closed, before_load, load)

struct ChangeFault {
  std::int32_t change = 0;
  PlaceFault fault = PlaceFault::outside;
};
LAOYOU_RECORD(ChangeFault, "planning_change_fault", change, fault)

struct TryAnswer {
  TryTotals before, after;
  std::vector<TryRegion> regions;  ///< those that change
  std::vector<TryPlace> places;
  std::vector<ChangeFault> faults;
};
LAOYOU_RECORD(TryAnswer, "planning_try_answer", before, after, regions, places, faults)

struct TryRequest {
  std::optional<RegionCode> region;
  registry::InstitutionKind kind = registry::InstitutionKind::elderly_home;
  TravelWay way = TravelWay::walk;
  std::optional<double> minutes, metres;
  std::optional<PeopleGroup> group;
  std::vector<Change> changes;
};
LAOYOU_RECORD(TryRequest, "planning_try_request", region, kind, way, minutes, metres, group, changes)

}  // namespace laoyou::planning
