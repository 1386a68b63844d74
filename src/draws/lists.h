// The lists of a draw, out of the registers as they stand and of what the office decides.
#pragma once

#include "draws/requests.h"
#include "engines/draw/read_lists.h"
#include "store/snapshot.h"

namespace laoyou::draws {

/// The places of the kinds asked for that are open on the day, with this year's inspections; the inspectors of the region; and who must not go
/// where. Refused as draw::read_lists() refuses, each with the request's field as place, and as "draws.no_kinds".
CheckedResult<draw::Lists> lists_of(const store::Snapshot& snapshot, RegionCode region, const NewDrawRequest& request, Date day);

/// "strata:3:1" as the request's field "/kinds/2"; an option "--event-time" as "/event_time".
Refusals at_fields(Refusals refusals);

/// A list in published form out of texts that somebody typed; what a line cannot hold is noted at "/FIELD/i".
draw::ListText typed_list(const std::string& field, const std::vector<std::vector<std::string>>& rows, Refusals& wrong);

}  // namespace laoyou::draws
