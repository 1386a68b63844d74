// What would have to give way where a rule is broken.
#pragma once

#include <optional>

#include "engines/dispatch/check.h"
#include "engines/dispatch/relief.h"

namespace laoyou::dispatch {

/// The change of a limit that mends one broken rule of the judged plan by itself; none for a rule that no limit stands behind. Whether the
/// whole plan is valid after it is for the judge to say.
std::optional<Relief> relief_of(const Problem& problem, const Broken& broken, const Judgement& judgement);

}  // namespace laoyou::dispatch
