// The register's standard addresses as the engine searches them.
#pragma once

#include <set>
#include <vector>

#include "engines/addresses/address_base.h"
#include "standard_addresses/records.h"
#include "store/snapshot.h"

namespace laoyou::standard_addresses {

struct BaseRows {
  std::vector<addresses::KnownAddress> rows;
  std::vector<std::int64_t> ids;  ///< of the rows
  std::set<RegionCode> counties() const;
};
/// Those that hold on that day, by id.
BaseRows base_rows(const store::Snapshot& snapshot, const store::Scope& scope, Date day);

/// 龙潭路12号 阳光花园3栋
std::string standard_text(const StandardAddress& address);
std::string standard_text(const addresses::KnownAddress& address);

/// The county that a place lies in; of what is above counties the place itself.
RegionCode county_of(RegionCode region);
/// The same of its city.
RegionCode city_of(RegionCode region);

}  // namespace laoyou::standard_addresses
