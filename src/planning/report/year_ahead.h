// A place's year ahead as a paper (年度展望): how many will need care against what there is and will be, who is reached, which estates fall short, which
// works are under way. Out of the same answers as the pages.
#pragma once

#include "planning/answers/answers.h"
#include "planning/estates/estates.h"
#include "planning/need/need.h"
#include "print/paper.h"

namespace laoyou::planning {

/// Works that are not in use yet (在建和待建).
struct WorksAhead {
  std::int64_t planned = 0, started = 0, finished = 0, beds = 0, slots = 0;
};

/// Who reaches places of one kind, and the map of it.
struct ReachPart {
  ReachAnswer answer;
  std::optional<print::Drawing> map;
};

struct YearAhead {
  std::string region_name;
  Date day;
  NeedAnswer need;
  std::vector<ReachPart> reach;  ///< one for each kind of place that is asked about; empty where no map is loaded
  EstateList estates;
  WorksAhead works;
};

/// Kinds of places that the paper asks about: those a quarter of an hour's walk is written for.
const std::vector<registry::InstitutionKind>& kinds_of_the_paper();

WorksAhead works_ahead(const std::vector<registry::Construction>& works);

/// In Chinese, as official papers are; charts stand beside the tables of their numbers.
print::Paper year_ahead_paper(const YearAhead& content);

}  // namespace laoyou::planning
