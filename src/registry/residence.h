// Where a person lives and lived (居住情况).
#pragma once

#include "registry/resident.h"

namespace laoyou::registry {

enum class ResidenceKind { home, relatives, hospital, institution, away, abroad };
LAOYOU_ENUM(ResidenceKind, "residence_kind", home, relatives, hospital, institution, away, abroad)

/// Where a person was from one day to another (居住情况及历史地址).
struct Residence {
  Id<Residence> id;
  std::int32_t version = 0;
  RegionCode region;
  Id<Resident> resident;
  ResidenceKind kind = ResidenceKind::home;
  std::optional<std::string> address;
  Date from;
  std::optional<Date> until;  ///< the first day on which it no longer holds
  bool synthetic = false;
};
LAOYOU_RECORD(Residence, "residence", id, version, region, resident, kind, address, from, until, synthetic)

}  // namespace laoyou::registry
