// Places that a record names must be there: a code of the right form may still be nowhere.
#pragma once

#include "collection/desk.h"

namespace laoyou::collection {

/// The place that a text means in one of a record's fields. Where the record lies must be in one's own region; any other place, such as a
/// household registration, may be anywhere, and one's own region comes first where names are alike.
Result<RegionCode> find_place(const Desk& desk, const Field& field, std::string_view text);

/// What is wrong with the places of a new record, or of one that was `before`: of that, what stayed the same is not asked again.
Refusals unknown_places(const Desk& desk, const Cells& now, const Cells* before);

}  // namespace laoyou::collection
