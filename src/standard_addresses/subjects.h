// The records of the registers whose addresses are placed.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "registry/household.h"
#include "registry/place.h"
#include "registry/residence.h"
#include "standard_addresses/records.h"
#include "store/snapshot.h"

namespace laoyou::standard_addresses {

/// An address in the registers.
struct Subject {
  AddressOwner owner = AddressOwner::household;
  std::int64_t id = 0;
  RegionCode region;
  std::string text;
};

using SubjectKey = std::pair<AddressOwner, std::int64_t>;  ///< the register and the record's number

/// The first day on which the record's address counts no more.
inline std::optional<Date> end_of(const registry::Household& home) { return home.ended; }
inline std::optional<Date> end_of(const registry::Residence& residence) { return residence.until; }
inline std::optional<Date> end_of(const registry::Institution& place) { return place.closed; }

/// Those that count on that day: households and residences that have not ended, institutions that have not closed.
std::vector<Subject> subjects(const store::Snapshot& snapshot, const store::Scope& scope, Date day);
/// Those of these that count on that day.
std::map<SubjectKey, Subject> subjects_among(const store::Snapshot& snapshot, const store::Scope& scope, const std::set<SubjectKey>& keys, Date day);
/// One of them; nothing where the record has no address, or it does not count on that day.
std::optional<Subject> subject_of(const store::Snapshot& snapshot, const store::Scope& scope, AddressOwner owner, std::int64_t id, Date day);
/// The address of one record as it stands; empty where there is none within the scope.
std::string address_of(const store::Snapshot& snapshot, const store::Scope& scope, AddressOwner owner, std::int64_t id);

}  // namespace laoyou::standard_addresses
