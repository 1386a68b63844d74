// How both databases spell names, constants and missing values. Whatever a plan or a record holds passes through here before it stands in SQL:
// nothing of it can end the text it is written in.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "rules/schema/schema.h"

namespace laoyou::rules {

/// PostgreSQL from 15 on, SQLite from 3.40 on.
enum class SqlDialect : std::uint8_t { postgresql, sqlite };

/// "name", quotes within doubled.
std::string sql_name(std::string_view name);
/// 'text', quotes within doubled; in PostgreSQL a text with a backslash is written so that every setting of the server reads it alike.
/// The text holds no U+0000 (text.control_character is refused long before).
std::string sql_text(SqlDialect dialect, std::string_view text);
/// An integer of 64 bits in PostgreSQL too, where a bare 5 would have 32.
std::string sql_integer(SqlDialect dialect, std::int64_t value);
/// A missing value of this kind.
std::string sql_missing(SqlDialect dialect, Kind kind);
/// A value that rules know beforehand: TRUE, 5, a code's name, a region's twelve digits. Not for texts.
std::string sql_constant(SqlDialect dialect, const Schema& schema, Type type, Value value);

}  // namespace laoyou::rules
