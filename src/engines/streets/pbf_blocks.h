#pragma once

#include <cstddef>
#include <string_view>

#include "base/result.h"

namespace laoyou::streets {

/// The length of the block (four bytes of size, header, blob) of OpenStreetMap's PBF format that starts at byte `at`: the first must hold the
/// head of the file, all others data. Refused with the place "byte N":
///   streets.extract_cut     {}  the file ends within the block
///   streets.block_unknown   {}  no such block starts here
Result<std::size_t> pbf_block_length(std::string_view bytes, std::size_t at);

/// Whether `bytes` are such blocks from the first byte to the last; refused as the first that is not. Only the headers are looked at. It
/// stands before libosmium, which takes a file cut within a block's size for a whole one.
Result<void> check_pbf_blocks(std::string_view bytes);

}  // namespace laoyou::streets
