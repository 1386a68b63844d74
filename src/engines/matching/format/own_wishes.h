// What a family wishes for when each member has wishes of its own.
#pragma once

#include <optional>
#include <vector>

#include "engines/matching/problem.h"

namespace laoyou::matching {

/// How siblings or a couple want to be placed.
enum class Together { must, prefer, free, apart };

/// The options of a family made from its members' own wishes, the best first: all members placed before some of them (only where `partly`);
/// under `prefer` all at one place before others; then the smaller sum of wish numbers; then the smaller wish number of the first member, the second,
/// and so on. `must` leaves only options at one place, `apart` only those with no two at one place. Nothing where there are more than `most`.
std::optional<std::vector<Option>> combine(const std::vector<std::vector<Seat>>& own, Together together, bool partly, std::size_t most);

}  // namespace laoyou::matching
