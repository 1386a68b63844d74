// The engine: state and event into state and effects. It knows no clock and no database; docs/procedures.md has the table of its transitions.
#pragma once

#include "procedures/event.h"
#include "procedures/state.h"

namespace laoyou::procedures {

struct Outcome {
  State state;
  std::vector<Effect> effects;
  bool repeated = false;  ///< the event had been applied before: nothing follows from it
};

/// One thing that may be done in a state, and who may.
struct Allowed {
  Act act;
  std::string part, decision;
  std::string office;  ///< key of an office; "applicant", "clock" or "anyone"
  bool operator==(const Allowed&) const = default;
};
inline constexpr std::string_view k_clock = "clock";
inline constexpr std::string_view k_anyone = "anyone";

/// Everything that the state allows, whoever asks.
std::vector<Allowed> allowed(const Procedure& procedure, const State& state);
/// Whether the actor may do it: acts for the office, at its place around the case, in the unit it was handed to.
bool may(const Procedure& procedure, const State& state, const Allowed& what, const Actor& actor);

/// The next moment at which time itself does something.
struct Deadline {
  Act act = Act::pass;  ///< remind or pass
  std::string part;     ///< empty: the applicant's time to supply; "call_back": that of a bad rating
  Instant at;
};
/// All that run now. Nothing stands here that stands still.
std::vector<Deadline> deadlines(const Procedure& procedure, const Calendar& calendar, const State& state);

/// Applies one event. Refused as "cases.not_allowed" (the act), "cases.not_yours" (who may), "cases.too_early" (a term that has not passed),
/// "cases.unknown_reason", "cases.text_missing" or "cases.level_outside"; a refused event changes nothing.
Result<Outcome> apply(const Procedure& procedure, const Calendar& calendar, const State& state, const Event& event);

/// The place whose offices act for a case of `region`: itself or the nearest place around it of that level or above.
RegionCode place_of_office(RegionCode region, RegionLevel level);

}  // namespace laoyou::procedures
