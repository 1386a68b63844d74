// What a clerk's decision does, within one command.
#pragma once

#include "feeds/room.h"
#include "feeds/task_answers.h"

namespace laoyou::feeds {

/// Refused as "person_tasks.not_found", "feeds.task_done", "feeds.decision_unfit" (a decision that is none of this kind of task), "feeds.keep_unknown",
/// "feeds.day_past", and as merge_persons().
Result<Decided> decide_task(store::Writing& writing, const collection::Collection& residents, const DecideRequest& request, std::int64_t account);

}  // namespace laoyou::feeds
