// How people go to a place, whose way it is, and how far they may have to go.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "record/enum_leaf.h"
#include "record/leaf.h"
#include "registry/place.h"

namespace laoyou::planning {

enum class TravelWay { walk, elder, car };
LAOYOU_ENUM(TravelWay, "travel_way", walk, elder, car)

/// People by their age today.
enum class PeopleGroup { everybody, from_60, from_65, from_80, under_three };
LAOYOU_ENUM(PeopleGroup, "people_group", everybody, from_60, from_65, from_80, under_three)
inline constexpr std::size_t k_groups = 5;

/// What a kind of place has for those who come.
enum class PlaceUnit { beds, slots, none };
LAOYOU_ENUM(PlaceUnit, "place_unit", beds, slots, none)

/// A kind of place that planning speaks of.
struct KindOfPlace {
  registry::InstitutionKind kind = registry::InstitutionKind::elderly_home;
  PeopleGroup group = PeopleGroup::everybody;  ///< whom it is for
  PlaceUnit unit = PlaceUnit::none;
};

/// How fast somebody goes, with the document that says so.
struct WayOfGoing {
  TravelWay way = TravelWay::walk;
  double metres_per_minute = 0;  ///< on foot, and for drivers to and from their car
  std::string source;
};

/// A limit that plans and standards speak of; one of the two is set.
struct LimitOfReach {
  std::optional<double> minutes, metres;
  std::string zh, en, source;
  bool unverified = false;
};

// What kinds.csv and ways.csv beside this file say.
const std::vector<KindOfPlace>& kinds_of_place();
const std::vector<WayOfGoing>& ways_of_going();

const KindOfPlace* find_kind(registry::InstitutionKind kind);
double metres_per_minute(TravelWay way);

/// Who reaches places of a kind.
struct Question {
  registry::InstitutionKind kind = registry::InstitutionKind::elderly_home;
  TravelWay way = TravelWay::walk;
  std::optional<double> minutes, metres;  ///< exactly one is set
  PeopleGroup group = PeopleGroup::everybody;

  auto operator<=>(const Question&) const = default;
};

/// The question as it was asked; without a group the kind's own. Refused as "planning.limit_unclear" unless one limit is given, as
/// "planning.limit_out_of_range" outside 0 … 240 minutes or 0 … 50,000 metres, or as "planning.kind_unknown" for a kind of which kinds.csv says nothing.
Result<Question> question_of(registry::InstitutionKind kind, TravelWay way, std::optional<double> minutes, std::optional<double> metres, std::optional<PeopleGroup> group);

}  // namespace laoyou::planning
