// The question whether two are one person (疑似同一人), as it is put to a clerk.
#pragma once

#include "feeds/person_finder.h"
#include "feeds/records.h"
#include "store/writing.h"

namespace laoyou::feeds {

/// About a resident and one that may be the same; its certainty and reasons, without their values. Place, `other` and source are the caller's to fill in.
PersonTask pair_task(std::int64_t resident, const NearPerson& near);

/// Whether the pair has been put to a clerk before, in whichever order, decided or not.
bool was_asked(const store::Snapshot& snapshot, std::int64_t one, std::int64_t other);

}  // namespace laoyou::feeds
