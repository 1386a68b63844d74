// Two records of one person made one (合并), and parted again with everything as it was (撤销合并).
#pragma once

#include "feeds/kept_cells.h"
#include "feeds/records.h"

namespace laoyou::feeds {

/// Within a command: what names `gone` names `kept` from now on, what `kept` does not know it takes from `gone`, and `gone` leaves the register.
/// Refused as "records.not_found" where one of them is not within the scope, "feeds.same_record", and as the store refuses ("store.duplicate": both have
/// a row that only one may have).
Result<PersonMerge> merge_persons(store::Writing& writing, const collection::Collection& residents, std::int64_t kept, std::int64_t gone, std::int64_t task, std::int64_t account);

/// Within a command: both are as they were, their versions counted on; fields of the kept one that were changed since the merge stay changed.
/// Refused as "person_merges.not_found", "feeds.merge_undone".
Result<void> part_persons(store::Writing& writing, const collection::Collection& residents, Id<PersonMerge> merge, std::int64_t account);

}  // namespace laoyou::feeds
