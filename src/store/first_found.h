// The first page of a search whose beginning many records share, read where the list begins.
#pragma once

#include "store/connection.h"
#include "store/content.h"
#include "store/filter.h"
#include "store/scope.h"
#include "store/snapshot.h"

namespace laoyou::store {

/// Whether this is one page of a search for one word of one or two characters ("王小", "wx"), the last entered first, on PostgreSQL: its index of words would
/// fetch tens of thousands of rows to sort them for the first fifty.
bool asks_for_many(const Connection& connection, const Table& table, const Scope& scope, const Filter& filter);

/// Such a page out of the rows right behind its start; true when they fill it. Otherwise nothing is told, and the index is to be asked.
bool read_first_found(Connection& connection, const StoreContents& contents, const Table& table, const Scope& scope, const Filter& filter, const RowVisitor& visit_stored);

}  // namespace laoyou::store
