// The people who live at one door (户).
#pragma once

#include <optional>
#include <string>

#include "base/id.h"
#include "base/region_code.h"
#include "record/leaf.h"

namespace laoyou::registry {

enum class HouseholdKind { family, collective };
LAOYOU_ENUM(HouseholdKind, "household_kind", family, collective)

/// A household (户): people who live at one door. Residents name it; its address is their home.
struct Household {
  Id<Household> id;
  std::int32_t version = 0;
  RegionCode region;
  HouseholdKind kind = HouseholdKind::family;
  std::optional<std::string> address;  ///< to the door, without the place that `region` names
  std::optional<Date> ended;
  bool synthetic = false;
};
LAOYOU_RECORD(Household, "household", id, version, region, kind, address, ended, synthetic)

}  // namespace laoyou::registry
