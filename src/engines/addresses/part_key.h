// Parts of an address in the form in which they are compared.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engines/addresses/parts.h"

namespace laoyou::addresses {

/// A part without what people write in several ways: width and case of letters, blanks, 号, 幢 and 栋 behind numbers, 三 for 3, 小区 behind an estate's name,
/// 第 before a number. Empty where nothing is left. Of roads, numbers, estates and buildings; other parts lose only width, case and signs.
std::u32string plain_part(PartKind kind, std::string_view text);

/// A hash of the plain form, the same on every machine; 0 where nothing is left.
std::uint64_t part_key(PartKind kind, std::string_view text);

}  // namespace laoyou::addresses
