// Facts as tables of a database, in the shape that the store gives to records: what queries of rules are tried on.
#pragma once

#include <string>

#include "rules/facts/facts.h"
#include "rules/sql/text.h"
#include "store/connection.h"

namespace laoyou::rules {

SqlDialect dialect_of(store::DatabaseKind kind);

/// A value as the database holds it, as an SQL literal.
std::string stored_literal(SqlDialect dialect, const Schema& schema, const Facts& facts, Type type, Value value);

/// A record's columns with their types: "\"id\" bigint primary key, \"region\" text collate \"C\", …".
std::string column_definitions(SqlDialect dialect, const RecordKind& kind);

/// All rows of a record as one list of SQL rows "(1, 'x'), (2, null)"; empty when there is none.
std::string row_literals(SqlDialect dialect, const Schema& schema, const Facts& facts, int record);

/// Makes the tables of all records anew and fills them, with an index on each reference.
void store_facts(store::Connection& connection, const Schema& schema, const Facts& facts);

/// The value of a cell that rows_to_sql() gave for a rule of this type.
Value read_value(const Schema& schema, const Facts& facts, Type type, const record::Cell& cell);

}  // namespace laoyou::rules
