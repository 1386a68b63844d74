// The keyed hashes of the last characters of sealed texts, for rows that are older than their column.
#pragma once

#include "store/connection.h"
#include "store/row_codec.h"
#include "store/table.h"

namespace laoyou::store {

/// In one transaction.
void fill_tails(Connection& connection, const Table& table, const RowCodec& codec);

}  // namespace laoyou::store
