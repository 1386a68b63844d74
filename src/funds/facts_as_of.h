// The facts as columns, as they were after an entry of the journal.
#pragma once

#include "funds/entitlement.h"
#include "funds/fields_read.h"
#include "registry/facts_layout.h"
#include "rules/facts/facts.h"
#include "store/store.h"

namespace laoyou::funds {

/// All registers after that entry, in this layout. Rows in no order. Throws StoreUnavailable.
rules::Facts facts_as_of(store::Snapshot& snapshot, std::int64_t sequence, const registry::FactsLayout& layout);

/// The registers of `needed` alone; the others stay empty.
rules::Facts facts_as_of(store::Snapshot& snapshot, std::int64_t sequence, const registry::FactsLayout& layout, const FieldsRead& needed);

/// What a run looks at: what its rule reads, all days of the same records (an earlier month that is corrected may have had a rule that reads others), and
/// the dated records that fields of these follow.
FieldsRead fields_needed(const rules::Book& book, const SubsidyRules& subsidy, const store::Catalog& catalog);

/// Fields that follow other records (the ability grade follows the assessments) get the value of that day; `all` holds those records.
void set_dated_fields(rules::Facts& facts, const rules::Facts& all, const rules::Schema& schema, const store::Catalog& catalog, Date day);

}  // namespace laoyou::funds
