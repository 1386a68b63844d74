// The keyed hashes of the last characters of sealed texts, for rows that are older than their column.
#pragma once

#include "store/connection.h"
#include "store/row_codec.h"
#include "store/table.h"

namespace laoyou::store {

/// Work of a step of its own (store/migrate.h, apply_once).
void fill_tails(Connection& connection, const Table& table, const RowCodec& codec, const std::string& column);

}  // namespace laoyou::store
