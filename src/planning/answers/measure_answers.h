// What the page of the measures of reach shows.
#pragma once

#include "planning/travel.h"

namespace laoyou::planning {

/// The share on a day on which it changed.
struct MeasurePoint {
  Date day;
  std::int64_t people = 0, reached = 0;
  double share = 0;
};
LAOYOU_RECORD(MeasurePoint, "reach_measure_point", day, people, reached, share)

/// A village of whose people not all are reached today.
struct MeasureVillage {
  RegionCode region;
  std::string name;
  std::int64_t people = 0, not_reached = 0;
  std::optional<std::int64_t> instead_m;
};
LAOYOU_RECORD(MeasureVillage, "reach_measure_village", region, name, people, not_reached, instead_m)

struct MeasureRow {
  std::string key, zh, en, source;
  bool unverified = false;
  TravelWay way = TravelWay::walk;
  std::optional<double> minutes, metres;
  PeopleGroup group = PeopleGroup::everybody;
  std::optional<Date> measured;            ///< nothing: not counted yet
  std::int64_t people = 0, reached = 0, villages = 0, villages_short = 0;
  double share = 0;
  std::vector<MeasurePoint> points;        ///< by day
  std::vector<MeasureVillage> short_of;    ///< most people first, at most 200
};
LAOYOU_RECORD(MeasureRow, "reach_measure_row", key, zh, en, source, unverified, way, minutes, metres, group, measured, people, reached, villages, villages_short, share, points, short_of)

struct MeasureList {
  RegionCode region;
  std::string region_name;
  std::vector<MeasureRow> rows;
};
LAOYOU_RECORD(MeasureList, "reach_measure_list", region, region_name, rows)

/// What a count of reach has found.
struct MeasureOutcome {
  std::int64_t villages = 0, changed = 0;
};
LAOYOU_RECORD(MeasureOutcome, "reach_measure_outcome", villages, changed)

}  // namespace laoyou::planning
