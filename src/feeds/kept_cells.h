// Cells as JSON texts, to be kept sealed: what a source gave, and whole rows that must come back to the byte.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "collection/collection.h"

namespace laoyou::feeds {

using collection::Cell;
using collection::Cells;

inline bool absent(const Cell& cell) { return std::holds_alternative<std::monostate>(cell); }

/// What somebody gives: positions among the register's fields, rising, none of them empty.
using Given = std::vector<std::pair<std::size_t, Cell>>;

/// {"name": "…", "born": "…"}
std::string given_text(const collection::Collection& residents, const Given& given);
/// Whether a source's key is such a text, for want of a number of theirs.
inline bool is_given_text(std::string_view key) { return key.starts_with('{'); }
/// Fields that the register no longer has, or whose values it no longer takes, are left out.
Given given_of(const collection::Collection& residents, std::string_view text);

/// One value as JSON, and back; refused with the field's own refusal when it is none.
std::string value_text(const collection::Field& field, const Cell& cell);
Result<Cell> value_of(const collection::Field& field, std::string_view text);

/// A whole row, every cell as it stands. Throws record::DamagedCell when the text is none.
std::string row_text(const Cells& cells);
Cells row_of(std::string_view text);

}  // namespace laoyou::feeds
