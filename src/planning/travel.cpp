#include "planning/travel.h"

#include <algorithm>

namespace laoyou::planning {
namespace {

using record::Leaf;

constexpr double k_most_minutes = 240, k_most_metres = 50'000;

}  // namespace

const KindOfPlace* GoingRules::find_kind(registry::InstitutionKind kind) const {
  const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const KindOfPlace& each) { return each.kind == kind; });
  return found == kinds.end() ? nullptr : &*found;
}

double GoingRules::metres_per_minute(TravelWay way) const {
  const auto found = std::find_if(ways.begin(), ways.end(), [&](const WayOfGoing& each) { return each.way == way; });
  return found == ways.end() ? 0 : found->metres_per_minute;
}

Result<Question> question_of(const GoingRules& rules, registry::InstitutionKind kind, TravelWay way, std::optional<double> minutes, std::optional<double> metres,
                             std::optional<PeopleGroup> group) {
  const KindOfPlace* const known = rules.find_kind(kind);
  if (known == nullptr) return at("/kind", refuse("planning.kind_unknown", {Leaf<registry::InstitutionKind>::to_sheet_text(kind)}));
  const double speed = rules.metres_per_minute(way);
  if (speed <= 0) return at("/way", refuse("planning.way_unknown", {Leaf<TravelWay>::to_sheet_text(way)}));
  if (minutes.has_value() == metres.has_value()) return at("/minutes", refuse("planning.limit_unclear"));
  if (minutes && !(*minutes >= 0 && *minutes <= k_most_minutes)) return at("/minutes", refuse("planning.limit_out_of_range", {"0", "240"}));
  if (metres && !(*metres >= 0 && *metres <= k_most_metres)) return at("/metres", refuse("planning.limit_out_of_range", {"0", "50000"}));
  return Question{kind, way, minutes, metres, group.value_or(known->group), speed};
}

}  // namespace laoyou::planning
