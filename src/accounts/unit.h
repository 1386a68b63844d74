// Units (单位): the department, street, village, institution or family that accounts work for. Kept as a register.
#pragma once

#include <optional>
#include <string>

#include "collection/collection.h"
#include "powers/role.h"
#include "registry/institution.h"

namespace laoyou::accounts {

struct Unit {
  Id<Unit> id;
  std::int32_t version = 0;
  RegionCode region;
  std::string name;
  powers::OfficeKind kind = powers::OfficeKind::department;
  std::optional<Id<registry::Institution>> institution;  ///< of an institution: its record, which its accounts see alone
  std::optional<Id<registry::Resident>> household;       ///< of a family: the grown-up who speaks for it
  std::optional<Date> closed;                            ///< from this day on its accounts may do nothing
};
LAOYOU_RECORD(Unit, "account_unit", id, version, region, name, kind, institution, household, closed)

/// The register of units, for those who manage accounts.
collection::Collection units();

/// What its accounts see alone; nothing for a department, a street or a village, whose accounts see all of their region.
std::optional<powers::Owner> owner_of(const Unit& unit);

}  // namespace laoyou::accounts
