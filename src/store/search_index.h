// The words that records are found by, in the database's own text index: FTS5 beside the table on SQLite, an index over the column on PostgreSQL.
#pragma once

#include <string>
#include <vector>

#include "store/connection.h"
#include "store/row_codec.h"
#include "store/schema.h"
#include "store/table.h"

namespace laoyou::store {

/// The FTS5 table of a searched record: "resident_search".
std::string search_table(const std::string& record);
/// The record that such a table, or one of those that FTS5 keeps for it, belongs to; empty for any other name.
std::string searched_record(const std::string& table);

/// The step that makes the index of a searched record, and lets fill_search_words() give all rows their words; nothing when it was taken already.
std::vector<Migration> search_migrations(Connection& connection, const Table& table);
/// The step of the schema that says that all rows have their words; empty for a record that is not searched.
std::string words_step(const Table& table);
/// Gives rows their words that have none: work of that step (store/migrate.h).
void fill_search_words(Connection& connection, const Table& table, const RowCodec& codec);

/// Follows a change of a row: `before` and `after` are its stored cells, empty for none. Nothing to do where the database follows by itself.
void follow_change(Connection& connection, const Table& table, Row before, Row after);

/// The condition that a record has a word that begins with each of these, as record::search_words() gives them: SQL around one parameter. Within a street
/// the index finds its records alone; where the place is no street, or one of its villages, the place is not asked here.
struct SearchCondition {
  std::string before, parameter, after;
};
SearchCondition search_condition(DatabaseKind kind, const Table& table, const std::vector<Cell>& words, RegionCode place);

}  // namespace laoyou::store
