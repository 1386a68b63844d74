// The parts of an address behind province, city and county.
#pragma once

#include "engines/addresses/gazetteer.h"
#include "engines/addresses/letters.h"
#include "engines/addresses/parts.h"

namespace laoyou::addresses {

/// Adds the parts of `letters`, end to end, and narrows `address.region` to the street or village that they name within `county`, which may be any
/// place, or the country where none is known.
void read_tail(const Gazetteer& gazetteer, RegionCode county, const Letters& letters, ParsedAddress& address);

}  // namespace laoyou::addresses
