// Finds standard addresses by pieces of what they are called, as a clerk types them who looks for one.
#pragma once

#include <string_view>
#include <vector>

#include "engines/addresses/address_base.h"
#include "engines/addresses/gazetteer.h"

namespace laoyou::addresses {

/// At most `most` rows within `within`, the best first. Those whose road and number or estate and building the text names, however it is written; then those that hold
/// each word of it (龙潭 12, 元璋 阳光花园) in their road, number, estate or building or in the name of their village, street or county, as the base writes them:
/// whole parts before beginnings before pieces, rows within `near` before others, low numbers before high ones. Where that finds nothing, doors of the road
/// and buildings of the estate that it names. An empty text finds nothing. Looks at each row of the place once.
std::vector<AddressBase::Row> search_base(const AddressBase& base, const Gazetteer& gazetteer, std::string_view text, RegionCode within, RegionCode near, std::size_t most);

}  // namespace laoyou::addresses
