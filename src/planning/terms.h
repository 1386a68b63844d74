// What plans ask in planning's own terms: how many beds and slots, how far people may have to go, what is counted. The numbers are standards of the plans
// (plans/*/standards.csv); ratios.csv, limits.csv and measures.csv beside this file say which standards planning understands, and as what.
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

struct Terms {
  std::vector<RatioRow> ratios;     ///< one for beds, one for slots, where any plan says so
  std::vector<LimitOfReach> limits; ///< none twice
  std::vector<Measure> measures;
};

/// Of several standards that say the same the first holds: `standards` are the nearest plan's first. One without a number, or with a unit that is not understood, says nothing.
Terms terms_of(const std::vector<NamedStandard>& standards);

/// The keys of all standards that planning understands here.
std::vector<std::string> standards_understood();

}  // namespace laoyou::planning
