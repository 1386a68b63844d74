// How far a work on site has come between its start and its finish.
#pragma once

#include "registry/locality.h"

namespace laoyou::registry {

enum class ConstructionStepKind { foundation, structure, fit_out, equipment, acceptance };
LAOYOU_ENUM(ConstructionStepKind, "construction_step_kind", foundation, structure, fit_out, equipment, acceptance)

/// What was seen of one step of a work on a day (施工节点): the last one of a step holds. Photographs are its files; where they were taken stands beside them.
struct ConstructionStep {
  Id<ConstructionStep> id;
  std::int32_t version = 0;
  RegionCode region;
  std::optional<Id<Construction>> construction;
  ConstructionStepKind step = ConstructionStepKind::foundation;
  Date day;                            ///< on which it was seen
  std::int64_t share_done_percent = 0; ///< 0 … 100
  std::optional<Date> due;             ///< by when the step was to be done
  std::optional<Date> done;            ///< nothing: not yet
  std::optional<double> longitude, latitude;  ///< WGS84
  std::optional<std::string> note;
  bool synthetic = false;
};
LAOYOU_RECORD(ConstructionStep, "construction_step", id, version, region, construction, step, day, share_done_percent, due, done, longitude, latitude, note, synthetic)

}  // namespace laoyou::registry
