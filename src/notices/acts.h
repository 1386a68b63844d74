// What a reader does with notices: each act is one command, for all of the notices named or for none.
#pragma once

#include "http/caller.h"
#include "notices/requests.h"
#include "store/writing.h"

namespace laoyou::notices {

/// How many notices one act may name.
inline constexpr std::size_t k_notices_at_once = 200;

// Refused as "notices.not_found" {id} when one of them is not addressed to the caller, "notices.too_many" {200}.

Result<void> mark_read(store::Writing& writing, const http::Caller& caller, const std::vector<Id<Notice>>& notices);
/// Done with, for this reader; a notice to him alone is settled.
Result<void> mark_done(store::Writing& writing, const http::Caller& caller, const std::vector<Id<Notice>>& notices);
/// Open again: what he had done, snoozed or handed on. What its cause has settled stays so: "notices.settled".
Result<void> reopen(store::Writing& writing, const http::Caller& caller, const std::vector<Id<Notice>>& notices);
/// Out of sight until that day. Refused as "notices.day_not_ahead" at /day.
Result<void> snooze(store::Writing& writing, const http::Caller& caller, const SnoozeRequest& request);
/// Told to that colleague too, with the note, and put away for this reader. `colleague` was found among those of his unit.
Result<void> delegate(store::Writing& writing, const http::Caller& caller, std::int64_t colleague, const DelegateRequest& request);

}  // namespace laoyou::notices
