// Copies whole tables from one database into another, whichever kinds they are.
#pragma once

#include <vector>

#include "store/progress.h"
#include "store/shape.h"

namespace laoyou::store {

/// Copies every row of these tables, page by page in the order of the primary key; `from` is one snapshot, `to` has the tables, empty, in an
/// open transaction. Progress in rows.
void copy_rows(Connection& from, Connection& to, const std::vector<TableShape>& tables, const Progress& progress);

}  // namespace laoyou::store
