// Reads addresses as people write them.
#pragma once

#include "engines/addresses/gazetteer.h"
#include "engines/addresses/parts.h"

namespace laoyou::addresses {

/// The parts of an address. `within`: where it is known to lie, as the record that bears it says; the country where nothing is known. Places are
/// those of the gazetteer, the rest is read by the words and numbers that end a part (路, 号, 小区, 幢, 1-2-301). Never refuses; the same
/// text gives the same parts. The answer looks into `text`, which must outlive it.
ParsedAddress read_address(const Gazetteer& gazetteer, std::string_view text, RegionCode within = RegionCode());

}  // namespace laoyou::addresses
