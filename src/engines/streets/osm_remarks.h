#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_set>

#include "base/result.h"

namespace laoyou::streets {

/// Objects an editor has marked to be deleted and keeps in its file (JOSM's action='delete').
struct DeletedObjects {
  std::unordered_set<std::int64_t> nodes, ways;
};

/// What an extract in XML says beside its objects and libosmium passes over. Refused as "streets.extract_unfinished" {remark} with
/// "line:column" where the server remarks that it broke off (Overpass: a time-out in the middle of the answer). XML that is broken is left to
/// the reader of the objects.
Result<DeletedObjects> read_remarks(std::string_view bytes);

}  // namespace laoyou::streets
