// The columns of a register's form, with what can be chosen in each.
#pragma once

#include "collection/desk.h"
#include "record/row_columns.h"

namespace laoyou::collection {

/// Choices, yes and no, and places are offered; a cell that may hold several values takes what is typed. The id stands fast.
std::vector<record::SheetColumn> offered_columns(const Desk& desk, const std::vector<record::RowColumn>& columns);

}  // namespace laoyou::collection
