// A journal entry in the words of the screen.
#pragma once

#include "audit/names.h"
#include "audit/records.h"
#include "store/snapshot.h"

namespace laoyou::audit {

/// Account names are asked once a page: `names` may remember.
JournalRow journal_row(const Names& names, const store::JournalEntry& entry, const store::ShownEntry& shown);

}  // namespace laoyou::audit
