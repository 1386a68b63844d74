#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace laoyou::streets {

/// The length of the block (four bytes of size, header, blob) of OpenStreetMap's PBF format that starts at byte `at`: the first must hold the
/// head of the file, all others data or a kind that is not known. Refused with the place "byte N":
///   streets.extract_cut     {}  the file ends within the block
///   streets.block_unknown   {}  no such block starts here
Result<std::size_t> pbf_block_length(std::string_view bytes, std::size_t at);

/// Whether the block at that byte, whose length is known, is of a kind the format does not define and says to skip.
bool is_foreign_block(std::string_view bytes, std::size_t at_byte);

/// Whether any of the blocks is; refused where `bytes` are not blocks from the first byte to the last, as the first that is not. Only the
/// headers are looked at. It stands before libosmium, which takes a file cut within a block's size for a whole one and refuses foreign blocks.
Result<bool> has_foreign_blocks(std::string_view bytes);

/// The blocks without the foreign ones, all of them sound.
std::string without_foreign_blocks(std::string_view bytes);

}  // namespace laoyou::streets
