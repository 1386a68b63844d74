// What verifying found, in words.
#pragma once

#include "audit/records.h"
#include "store/verify.h"

namespace laoyou::audit {

JournalState state_of(const store::Verification& found);

}  // namespace laoyou::audit
