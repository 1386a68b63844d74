// What was considered, stored in one command: residents, what the source says of them, what clerks have to decide, how good the source was.
#pragma once

#include "feeds/consider.h"
#include "store/command.h"

namespace laoyou::feeds {

/// The command; `considered` outlives it. Refused as the store refuses: "record.changed" when somebody changed a person meanwhile, so that the delivery is
/// to be considered anew.
store::Command applying(const Delivery& delivery, const Considered& considered, const collection::Collection& residents, std::int64_t account);

/// Within a command, after a delivery no longer names its content: it goes with the last that named it.
void let_go(store::Writing& writing, std::int64_t content);

}  // namespace laoyou::feeds
