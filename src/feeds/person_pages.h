// Answers about persons that several routes give.
#pragma once

#include "feeds/room.h"
#include "feeds/task_answers.h"

namespace laoyou::feeds {

/// A decision as a list shows it, names masked.
TaskRow task_row(const Services& services, const store::Snapshot& snapshot, const store::Scope& scope, const PersonTask& task);

/// Of each field that a source speaks of: what the register holds and who says what; personal values masked.
PersonSources sources_of(const Services& services, const store::Snapshot& snapshot, const store::Scope& scope, Id<registry::Resident> id);

}  // namespace laoyou::feeds
