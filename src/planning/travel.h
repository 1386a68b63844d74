// How people go to a place, whose way it is, and how far they may have to go.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "record/enum_leaf.h"
#include "record/leaf.h"
#include "registry/place.h"
#include "registry/reach_words.h"

namespace laoyou::planning {

using registry::EstateSpace;
using registry::PeopleGroup;
using registry::PlaceUnit;
using registry::TravelWay;
inline constexpr std::size_t k_groups = 5;

/// A kind of place that planning speaks of.
struct KindOfPlace {
  registry::InstitutionKind kind = registry::InstitutionKind::elderly_home;
  PeopleGroup group = PeopleGroup::everybody;  ///< whom it is for
  PlaceUnit unit = PlaceUnit::none;

  bool operator==(const KindOfPlace&) const = default;
};

/// How fast somebody goes, with the document that says so.
struct WayOfGoing {
  TravelWay way = TravelWay::walk;
  double metres_per_minute = 0;  ///< on foot, and for drivers to and from their car
  std::string source;
  bool unverified = false;

  bool operator==(const WayOfGoing&) const = default;
};

/// What the plans around a place say of places and of going to them (plans/*/place_kinds.csv, travel_speeds.csv).
struct GoingRules {
  std::vector<KindOfPlace> kinds;
  std::vector<WayOfGoing> ways;

  /// Null for a kind that no plan speaks of.
  const KindOfPlace* find_kind(registry::InstitutionKind kind) const;
  /// 0 where no plan says it.
  double metres_per_minute(TravelWay way) const;

  bool operator==(const GoingRules&) const = default;
};
using GoingRulesOf = std::function<GoingRules(RegionCode)>;

/// A limit that plans and standards speak of; one of the two is set.
struct LimitOfReach {
  std::optional<double> minutes, metres;
  std::string zh, en, source;
  bool unverified = false;
};

/// Who reaches places of a kind.
struct Question {
  registry::InstitutionKind kind = registry::InstitutionKind::elderly_home;
  TravelWay way = TravelWay::walk;
  std::optional<double> minutes, metres;  ///< exactly one is set
  PeopleGroup group = PeopleGroup::everybody;
  double metres_per_minute = 0;           ///< of the way, above 0

  auto operator<=>(const Question&) const = default;
};

/// The question as it was asked; without a group the kind's own. Refused as "planning.limit_unclear" unless one limit is given, as
/// "planning.limit_out_of_range" outside 0 … 240 minutes or 0 … 50,000 metres, as "planning.kind_unknown" for a kind of which no plan says anything, or as "planning.way_unknown"
/// where none says how fast people go.
Result<Question> question_of(const GoingRules& rules, registry::InstitutionKind kind, TravelWay way, std::optional<double> minutes, std::optional<double> metres, std::optional<PeopleGroup> group);

}  // namespace laoyou::planning
