// Whom to call about a person who is cared for: guardian, child, neighbour (监护人与联系人).
#pragma once

#include "registry/resident.h"

namespace laoyou::registry {

enum class Relation { guardian, parent, child, spouse, relative, neighbour, village_worker, other };
LAOYOU_ENUM(Relation, "relation", guardian, parent, child, spouse, relative, neighbour, village_worker, other)

struct Contact {
  Id<Contact> id;
  std::int32_t version = 0;
  RegionCode region;
  Id<Resident> resident;      ///< whose contact this is
  std::optional<Id<Resident>> person;  ///< the contact, where they are in the register themselves
  std::string name;
  Relation relation = Relation::other;
  std::string phone;
  std::optional<bool> first;  ///< called first in an emergency
  std::optional<Date> ended;
  bool synthetic = false;
};
LAOYOU_RECORD(Contact, "contact", id, version, region, resident, person, name, relation, phone, first, ended, synthetic)

}  // namespace laoyou::registry
