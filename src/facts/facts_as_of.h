// The registers as columns, as they were after an entry of the journal: what changed since is taken back.
#pragma once

#include <set>

#include "registry/facts_layout.h"
#include "rules/facts/facts.h"
#include "rules/tree/book.h"
#include "store/store.h"

namespace laoyou::facts {

/// Records (positions in the schema) whose rows rules look at.
using RecordsRead = std::set<int>;

/// All registers after that entry in this layout, or those of `needed` alone: the others stay empty. Rows in no order. Throws StoreUnavailable.
rules::Facts facts_as_of(store::Snapshot& snapshot, std::int64_t sequence, const registry::FactsLayout& layout, const RecordsRead* needed = nullptr);

/// The last entry of the journal made before that moment; sequence 0 when there was none. Entries after `before_sequence` (0: no bound) are left out.
store::JournalEntry last_entry_before(store::Snapshot& snapshot, Instant moment, std::int64_t before_sequence = 0);

/// What these rules of a book look at, over whatever other rules.
RecordsRead records_read(const rules::Book& book, const std::vector<int>& rules);

/// A digest of all that decides what a rule gives: its expression, the rules it reads and the figures of its parameters. Another one: the rule has changed.
std::string rule_version(const rules::Book& book, int rule);

}  // namespace laoyou::facts
