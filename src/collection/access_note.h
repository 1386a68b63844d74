// That somebody looked at a personal field in full, and what for.
#pragma once

#include <string>

#include "base/id.h"
#include "base/instant.h"
#include "base/region_code.h"
#include "record/leaf.h"

namespace laoyou::collection {

/// One look at a masked field in full (个人信息查阅记录): PIPL art. 6 wants a purpose, art. 54 that the handling can be audited.
struct AccessNote {
  Id<AccessNote> id;
  RegionCode region;  ///< the record's
  std::string record;
  std::int64_t record_id = 0;
  std::string field;
  std::string purpose;
  std::int64_t account = 0;
  Instant at;
};
LAOYOU_RECORD(AccessNote, "access_note", id, region, record, record_id, field, purpose, account, at)

}  // namespace laoyou::collection
