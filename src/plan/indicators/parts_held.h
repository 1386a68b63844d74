// Targets that hold for each part by itself ("at least one in each county", "every month"): how many parts reach them. Pure functions.
#pragma once

#include "plan/answers/answers.h"
#include "plan/stack/library.h"

namespace laoyou::plan {

/// A part and what is known of it.
struct PartValue {
  std::string name;
  std::optional<Target> target;  ///< nothing: none holds there, and the part is not counted
  std::optional<Decimal> value;
};

/// Counts the parts. One without a value is unknown; with `some_only` (the text means only some of the parts) it is not counted at all.
PartsHeld count_parts(EachPart each, const std::vector<PartValue>& parts, int near_percent, bool some_only);

/// The light of the whole: behind when one part is, near when one is near, met when all are; not_reported while no part misses and one is unknown.
Light light_of_parts(const PartsHeld& parts);

/// Whether `a` stands further from its target than `b`: by light, then by value in the target's direction.
bool weaker(const Target& target, Decimal a, Decimal b, int near_percent);

/// The months of the year of `last` that have ended by `today`; the month of `last` itself where none has.
std::vector<Period> ended_months(const Period& last, Date today);

/// The places of one level within a region, by code.
std::vector<regions::Region> places_within(const regions::RegionTree& regions, RegionCode region, RegionLevel level);

/// How the months of the year of the last reported month hold; nothing where no month was reported.
std::optional<PartsHeld> months_held(const std::vector<Target>& targets, const std::vector<Actual>& series, Date today, int near_percent);

}  // namespace laoyou::plan
