// The facts as columns, as they were after an entry of the journal.
#pragma once

#include "rules/facts/facts.h"
#include "store/store.h"

namespace laoyou::funds {

/// All registers after that entry. Rows in no order. Throws StoreUnavailable.
rules::Facts facts_as_of(store::Snapshot& snapshot, std::int64_t sequence);

/// Fields that follow other records (the ability grade follows the assessments) get the value of that day; `all` holds those records.
void set_dated_fields(rules::Facts& facts, const rules::Facts& all, const rules::Schema& schema, const store::Catalog& catalog, Date day);

}  // namespace laoyou::funds
