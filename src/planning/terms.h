// What plans ask in planning's own terms: how many beds and slots, how far people may have to go, what is counted. The numbers are standards of the plans
// (plans/*/standards.csv); which of them planning understands, and as what, is said there too (reach_limits.csv, reach_measures.csv, need_ratios.csv).
#pragma once

#include "planning/answers/measures.h"
#include "planning/need/need.h"

namespace laoyou::planning {

/// A standard of a plan as it stands there.
struct NamedStandard {
  std::string key;
  std::string value, unit;  ///< "35", "800..1000"; "分钟", "m"
  std::string source;       ///< the plan's title and the clause
  bool unverified = false;
};

/// A standard that is a question of reach.
struct NamedMeasure {
  std::string key, standard;
  std::vector<registry::InstitutionKind> kinds;
  TravelWay way = TravelWay::walk;
  PeopleGroup group = PeopleGroup::everybody;
  std::string zh, en;
};

/// A standard that says how many beds or slots are wanted.
struct NamedRatio {
  std::string standard;
  PlaceUnit unit = PlaceUnit::beds;
  std::int64_t per_people = 1000;
  std::int32_t from_age = 0, to_age = 100;
  std::string zh, en;  ///< with {} for the number
};

/// The standards that planning understands, the nearest plan's first.
struct UnderstoodStandards {
  std::vector<std::string> limits;
  std::vector<NamedMeasure> measures;
  std::vector<NamedRatio> ratios;
};

struct Terms {
  std::vector<RatioRow> ratios;     ///< one for beds, one for slots, where any plan says so
  std::vector<LimitOfReach> limits; ///< none twice
  std::vector<Measure> measures;
};

/// Of several standards that say the same the first holds: `standards` are the nearest plan's first. One without a number, or with a unit that is not understood, says nothing.
Terms terms_of(const std::vector<NamedStandard>& standards, const UnderstoodStandards& understood);

}  // namespace laoyou::planning
