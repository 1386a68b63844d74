// Where a case stands: all that the engine keeps of it. The journal of its events rebuilds it.
#pragma once

#include <string>
#include <vector>

#include "base/region_code.h"
#include "procedures/ledger.h"

namespace laoyou::procedures {

enum class Phase {
  draft,      ///< 草稿: with the applicant, not handed in
  running,    ///< 办理中
  asked,      ///< 待补正: the applicant must supply; no term of an office runs
  suspended,  ///< 中止
  ended       ///< 办结
};
LAOYOU_ENUM(Phase, "case_phase", draft, running, asked, suspended, ended)

/// One office's share of the step at hand.
struct PartState {
  std::string part;
  std::string decision;  ///< empty: not yet decided
  bool by_silence = false;
  std::int64_t unit = 0;     ///< handed to this unit alone; 0: whoever acts for the office
  std::int64_t account = 0;  ///< who is to do it; anyone of the office may
  Instant started;
  std::int32_t extensions = 0;
  bool reminded = false;
  bool passed = false;  ///< its term passed and this was told
  bool operator==(const PartState&) const = default;
};
LAOYOU_RECORD(PartState, "case_part", part, decision, by_silence, unit, account, started, extensions, reminded, passed)

struct State {
  Phase phase = Phase::draft;
  RegionCode region;
  std::string step;
  std::vector<PartState> parts;
  std::vector<Stop> stops;          ///< of the whole case since it was submitted
  std::optional<Instant> submitted;
  std::optional<Instant> changed;   ///< of the last event; time never goes back
  std::string asked_by;             ///< the part that asked
  std::vector<std::string> asked;   ///< the steps in which was asked, once for each time
  std::string holds;                ///< for each rule of the form '1', '0' or '?'
  std::int32_t objections = 0;      ///< against the notice at hand
  std::string ending;
  std::optional<Instant> ended;
  std::int64_t merged_into = 0;
  std::int32_t rating = 0;          ///< 1 (worst) to 5; 0: not rated
  std::optional<Instant> rated;
  bool called_back = false;
  std::vector<std::string> appealed;  ///< remedies taken
  std::vector<std::string> events;    ///< ids of those that were applied
  bool operator==(const State&) const = default;

  const PartState* find(std::string_view part) const;
};
LAOYOU_RECORD(State, "case_state", phase, region, step, parts, stops, submitted, changed, asked_by, asked, holds, objections, ending, ended, merged_into, rating, rated, called_back,
              appealed, events)

}  // namespace laoyou::procedures
