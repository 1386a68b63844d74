// The journal as a sheet for those who must keep or hand on a part of it.
#pragma once

#include "audit/records.h"
#include "audit/room.h"
#include "http/answer.h"
#include "http/context.h"

namespace laoyou::audit {

/// At most 50,000 entries, newest first, with a note of the export in the journal itself. Refused as "journal.export_too_large".
CheckedResult<http::FileAnswer> export_journal(const Services& services, http::Context& context, const JournalExportRequest& request);

}  // namespace laoyou::audit
