// A journal entry in the words of the screen.
#pragma once

#include "audit/names.h"
#include "audit/records.h"
#include "store/snapshot.h"

namespace laoyou::audit {

/// Each account is asked for once from now on.
void remember_accounts(Names& names);

/// Account names are asked once a page: `names` may remember.
JournalRow journal_row(const Names& names, const store::JournalEntry& entry, const store::ShownEntry& shown);

}  // namespace laoyou::audit
