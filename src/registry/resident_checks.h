// What cannot be true of a person (人员登记的核对).
#pragma once

#include "registry/contact.h"

namespace laoyou::registry {

/// Refused: born after `today` ("records.day_after") or too long ago to be alive ("residents.too_old"), gone before birth ("records.day_before"), another day of
/// birth or another sex than the identity number says ("records.not_as_id_number", "residents.sex_not_as_id_number").
Refusals check_resident(const Resident& now, Date today);

/// Refused: somebody as their own guardian or contact ("contacts.own_self").
Refusals check_contact(const Contact& now, const Contact*);

}  // namespace laoyou::registry
