// What a place of care has and who works there (床位、托位、从业人员).
#pragma once

#include <optional>
#include <string>

#include "registry/resident.h"

namespace laoyou::registry {

/// One bed for an older person (养老床位); a family care bed (家庭养老床位) stands in a home.
struct Bed {
  Id<Bed> id;
  std::int32_t version = 0;
  RegionCode region;
  std::optional<Id<Institution>> institution;
  std::optional<Id<Resident>> resident;  ///< who lives in it
  std::optional<bool> nursing;    ///< 护理型
  std::optional<bool> inclusive;  ///< 普惠
  bool family = false;            ///< 家庭养老床位
  std::optional<bool> occupied;
  std::optional<Date> opened;
  std::optional<Date> closed;
  bool synthetic = false;
};
LAOYOU_RECORD(Bed, "bed", id, version, region, institution, resident, nursing, inclusive, family, occupied, opened, closed, synthetic)

/// One slot for a child under three (托位).
struct Slot {
  Id<Slot> id;
  std::int32_t version = 0;
  RegionCode region;
  std::optional<Id<Institution>> institution;
  std::optional<bool> inclusive;  ///< 公立或普惠
  std::optional<bool> occupied;
  std::optional<Date> opened;
  std::optional<Date> closed;
  bool synthetic = false;
};
LAOYOU_RECORD(Slot, "slot", id, version, region, institution, inclusive, occupied, opened, closed, synthetic)

enum class StaffRole { head, elderly_carer, child_carer, social_worker, nurse, doctor, cook, guard, other };
LAOYOU_ENUM(StaffRole, "staff_role", head, elderly_carer, child_carer, social_worker, nurse, doctor, cook, guard, other)

struct Staff {
  Id<Staff> id;
  std::int32_t version = 0;
  RegionCode region;
  std::optional<Id<Institution>> institution;
  std::string name;
  std::optional<IdNumber> id_number;
  std::optional<std::string> phone;
  StaffRole role = StaffRole::other;
  std::optional<bool> certified;       ///< 持证
  std::optional<bool> barred;          ///< 从业禁止
  std::optional<Date> trained_on;      ///< last training finished
  std::optional<Date> started;
  std::optional<Date> left;
  bool synthetic = false;
};
LAOYOU_RECORD(Staff, "staff", id, version, region, institution, name, id_number, phone, role, certified, barred, trained_on, started, left, synthetic)

}  // namespace laoyou::registry
