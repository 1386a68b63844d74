// The questions of reach that plans and standards ask, counted by village and kept as records, so that a plan's rules can reckon with them.
#pragma once

#include "planning/city/situation.h"
#include "registry/locality.h"
#include "store/writing.h"

namespace laoyou::planning {

/// One such question (测算口径): people of the group within the limit of a place of any of the kinds.
struct Measure {
  std::string key;
  std::vector<registry::InstitutionKind> kinds;
  TravelWay way = TravelWay::walk;
  std::optional<double> minutes, metres;  ///< exactly one is set
  PeopleGroup group = PeopleGroup::everybody;
  std::string zh, en, source;
  bool unverified = false;
};

/// The counts of one measure by village on a day: with the places that were open on it and the people of today.
std::vector<registry::ReachCount> count_reach(const Situation& situation, const Measure& measure, RegionCode within, Date day);

struct MeasureReport {
  std::int64_t villages = 0;  ///< counted
  std::int64_t changed = 0;   ///< of them with other numbers than before, over all measures
};

/// Counts the measures of the region and keeps what has changed: a count that is no longer true ends on this day, the next begins on it. The first time, the ends of the last
/// three years are counted too, with the people of today.
Result<MeasureReport> keep_reach(const Situation& situation, const std::vector<Measure>& measures, RegionCode within, store::Store& store, const store::Actor& actor);

}  // namespace laoyou::planning
