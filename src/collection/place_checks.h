// Places that a record names must be there: a code of the right form may still be nowhere.
#pragma once

#include "collection/desk.h"

namespace laoyou::collection {

/// What is wrong with the places of a new record, or of one that was `before`: of that, what stayed the same is not asked again.
Refusals unknown_places(const Desk& desk, const Cells& now, const Cells* before);

}  // namespace laoyou::collection
