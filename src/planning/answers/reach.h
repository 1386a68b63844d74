// Who is reached and who is not, by region down to the village.
#pragma once

#include "planning/answers/answers.h"
#include "planning/city/situation.h"
#include "regions/region_tree.h"

namespace laoyou::planning {

/// The regions within one, from its counties down to its villages, that have addresses: each with where its addresses stand.
struct RegionSpan {
  RegionCode region;
  std::size_t first = 0, last = 0;  ///< of the city's addresses
};
std::vector<RegionSpan> regions_with_addresses(const City& city, RegionCode within);

/// "county", "street", "village"; what lies above a county counts as one.
std::string level_name(RegionCode region);

/// The middle of a region's people, of its addresses where nobody lives.
Point middle_of_people(const Situation& situation, const RegionSpan& span);

ReachAnswer reach_answer(const Situation& situation, const Question& question, RegionCode within, const regions::RegionTree& names);
AccessAnswer access_answer(const Situation& situation, const Question& question, RegionCode within, const regions::RegionTree& names);
/// The share at the end of each year from `from` to today's, with today's people: by the days when places opened and closed.
YearAnswer over_time(const Situation& situation, const Question& question, RegionCode within, int from);
/// Drawn in squares of a size that suits the limit.
Result<AreaAnswer> area_answer(const Situation& situation, const Question& question);

/// Supply, and people of the group by address, for the two-step floating catchment.
coverage::Accessibility accessibility(const Situation& situation, PeopleGroup group, const std::vector<double>& supply, const std::vector<coverage::CatchmentPair>& pairs);

}  // namespace laoyou::planning
