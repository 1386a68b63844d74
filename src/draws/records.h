// Inspections by draw (双随机抽查): who inspects, who must not go where, which visits were made, and the draws themselves.
#pragma once

#include <optional>
#include <string>

#include "record/leaf.h"
#include "registry/place.h"

namespace laoyou::draws {

/// One who inspects, known by a work number, which is published; the name is not kept here.
struct Inspector {
  Id<Inspector> id;
  std::int32_t version = 0;
  RegionCode region;
  std::string number;                      ///< 执法证号或工号
  std::optional<std::string> powers;       ///< what may be examined, parted by ";"
  std::optional<std::int32_t> most_visits; ///< in one draw; nothing: without limit
  std::optional<Date> left;
  bool synthetic = false;
};
LAOYOU_RECORD(Inspector, "inspector", id, version, region, number, powers, most_visits, left, synthetic)

/// The inspector never goes to the place, or to any place that somebody runs (回避).
struct InspectorConflict {
  Id<InspectorConflict> id;
  std::int32_t version = 0;
  RegionCode region;
  Id<Inspector> inspector;
  std::optional<Id<registry::Institution>> institution;
  std::optional<std::string> run_by;  ///< as the register of places says who runs it
  std::optional<std::string> ground;  ///< never published
  std::optional<Date> ended;
  bool synthetic = false;
};
LAOYOU_RECORD(InspectorConflict, "inspector_conflict", id, version, region, inspector, institution, run_by, ground, ended, synthetic)

/// An inspection that took place.
struct Inspection {
  Id<Inspection> id;
  std::int32_t version = 0;
  RegionCode region;
  Id<registry::Institution> institution;
  Date day;
  std::optional<std::string> found;
  bool synthetic = false;
};
LAOYOU_RECORD(Inspection, "inspection", id, version, region, institution, day, found, synthetic)

enum class DrawState { committed, drawn };
LAOYOU_ENUM(DrawState, "draw_state", committed, drawn)

enum class DrawHash { sha256, sm3 };
LAOYOU_ENUM(DrawHash, "draw_hash", sha256, sm3)

/// A draw from its commitment on. Both texts are published as they stand here, byte for byte.
struct InspectionDraw {
  Id<InspectionDraw> id;
  std::int32_t version = 0;
  RegionCode region;
  std::string title;
  DrawState state = DrawState::committed;
  std::string event;
  Instant event_time;
  Instant published;
  std::string commitment;           ///< engines/draw: the text
  std::string commitment_hash;
  std::optional<std::string> bundle;
  std::optional<Instant> drawn_at;  ///< when this bundle was made
  std::int64_t made_by = 0;         ///< account
};
LAOYOU_RECORD(InspectionDraw, "inspection_draw", id, version, region, title, state, event, event_time, published, commitment, commitment_hash, bundle, drawn_at, made_by)

}  // namespace laoyou::draws
