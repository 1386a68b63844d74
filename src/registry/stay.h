// Who is in whose care, and was there how often (入住入托、出勤).
#pragma once

#include "registry/institution.h"

namespace laoyou::registry {

enum class StayKind { residential, respite, day_care, nursery, hospital };
LAOYOU_ENUM(StayKind, "stay_kind", residential, respite, day_care, nursery, hospital)

/// A person in the care of a place, from one day to another (入住、入托).
struct Stay {
  Id<Stay> id;
  std::int32_t version = 0;
  RegionCode region;
  Id<Resident> resident;
  Id<Institution> institution;
  StayKind kind = StayKind::residential;
  std::optional<Id<Bed>> bed;
  Date from;
  std::optional<Date> until;  ///< the first day on which it no longer holds
  std::optional<Fen> monthly_fee;
  bool synthetic = false;
};
LAOYOU_RECORD(Stay, "stay", id, version, region, resident, institution, kind, bed, from, until, monthly_fee, synthetic)

/// How many days a person was there in a month (月出勤).
struct Attendance {
  Id<Attendance> id;
  std::int32_t version = 0;
  RegionCode region;
  Id<Resident> resident;
  Id<Institution> institution;
  Period month;
  std::int32_t days_present = 0;
  std::int32_t days_open = 0;
  bool synthetic = false;
};
LAOYOU_RECORD(Attendance, "attendance", id, version, region, resident, institution, month, days_present, days_open, synthetic)

}  // namespace laoyou::registry
