// That somebody took rows away as a file: who, which, how many, and what for.
#pragma once

#include <string>

#include "base/id.h"
#include "base/instant.h"
#include "base/region_code.h"
#include "base/result.h"
#include "collection/collection.h"
#include "record/fields.h"
#include "record/leaf.h"
#include "store/store.h"

namespace laoyou::collection {

/// One export (导出记录): PIPL art. 54 wants that the handling of personal information can be audited.
struct ExportNote {
  Id<ExportNote> id;
  RegionCode region;   ///< the place whose rows were asked for
  std::string record;  ///< what they are of: "resident", "journal"
  std::string filter;  ///< as asked: "kind=elderly_home opened_from=2026-01-01"; what was searched for is not repeated, it may be a person's name
  std::int64_t rows = 0;
  std::string purpose;  ///< as the exporter gave it; may be empty
  std::int64_t account = 0;
  Instant at;
};
LAOYOU_RECORD(ExportNote, "export_note", id, region, record, filter, rows, purpose, account, at)

/// What a request asked for, in one line, without the format, the reason, and whatever was searched for or is masked in lists (`collection` may be null).
std::string filter_words(const record::Fields& fields, const Collection* collection = nullptr);

/// Writes the note of an export by this caller; the file goes out only when it is written. `note` needs record, filter, rows and region.
Result<void> note_export(store::Store& store, const store::Acting& acting, Instant at, ExportNote note, const record::Fields& fields, const Collection* collection = nullptr);

}  // namespace laoyou::collection
