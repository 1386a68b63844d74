// Housing estates against what must be built with them for care: the four steps, floor area for each hundred households, and what would cure a shortfall.
#pragma once

#include <map>

#include "planning/travel.h"
#include "regions/region_tree.h"
#include "registry/locality.h"

namespace laoyou::planning {

/// What a plan or standard asks of estates of a region.
struct EstateRule {
  EstateSpace space = EstateSpace::elderly;
  bool newly_built = false;             ///< of new estates, else of those that stand
  double m2_per_hundred = 0;            ///< at least, for each hundred households
  std::optional<Date> since;            ///< new estates accepted before are not bound by it
  std::string name, source;
  bool unverified = false;
};
LAOYOU_RECORD(EstateRule, "estate_rule", space, newly_built, m2_per_hundred, since, name, source, unverified)

enum class EstateState {
  met,
  short_of_area,    ///< less floor area than the rule asks
  step_missing,     ///< one of the four steps was not taken together with the homes
  not_known,        ///< the register does not say how much there is
  not_bound         ///< no rule holds for it
};
LAOYOU_ENUM(EstateState, "estate_state", met, short_of_area, step_missing, not_known, not_bound)

/// One kind of space of one estate.
struct EstateNeed {
  EstateSpace space = EstateSpace::elderly;
  std::optional<double> m2, m2_per_hundred;  ///< that there are
  std::optional<double> wanted_m2;           ///< by the rule
  std::optional<double> missing_m2;
  std::optional<std::int32_t> rule;          ///< position in EstateList::rules
};
LAOYOU_RECORD(EstateNeed, "estate_need", space, m2, m2_per_hundred, wanted_m2, missing_m2, rule)

struct EstateRow {
  Id<registry::Development> id;
  RegionCode region;
  std::string region_name, name;
  bool newly_built = false;
  std::int64_t households = 0;
  std::optional<Date> accepted;
  std::optional<bool> planned_together, built_together, accepted_together, handed_over_together;
  std::optional<std::int64_t> childcare_slots;
  EstateState state = EstateState::not_bound;
  std::vector<EstateNeed> needs;
};
LAOYOU_RECORD(EstateRow, "estate_row", id, region, region_name, name, newly_built, households, accepted, planned_together, built_together, accepted_together, handed_over_together,
              childcare_slots, state, needs)

struct EstateList {
  Instant as_of;
  std::int64_t estates = 0, met = 0, short_of_area = 0, step_missing = 0, not_known = 0, not_bound = 0;
  double missing_elderly_m2 = 0, missing_childcare_m2 = 0;
  std::vector<EstateRule> rules;
  std::vector<EstateRow> rows;  ///< those that fall short first, the largest lack before smaller ones
};
LAOYOU_RECORD(EstateList, "estate_list", as_of, estates, met, short_of_area, step_missing, not_known, not_bound, missing_elderly_m2, missing_childcare_m2, rules, rows)

/// The estate against the rules of its place; `rules` are those of the list, of which the first that holds counts for each space.
EstateRow estate_row(const registry::Development& estate, const std::vector<EstateRule>& rules, const std::vector<std::int32_t>& of_place, std::string region_name);

/// Rules of a place, the nearest plan's first.
using EstateRules = std::function<std::vector<EstateRule>(RegionCode)>;

EstateList estate_list(const std::vector<registry::Development>& estates, const EstateRules& rules_of, const regions::RegionTree& names, Instant as_of);

}  // namespace laoyou::planning
