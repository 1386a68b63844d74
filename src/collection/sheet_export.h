// A list as a sheet, row by row: the caller's scope, filters and masks hold as they do for the list.
#pragma once

#include <functional>

#include "collection/desk.h"
#include "collection/sheet_writer.h"

namespace laoyou::collection {

/// How an export is done.
struct ExportAsked {
  record::SheetFormat format = record::SheetFormat::xlsx;
  std::int64_t rows_max = -1;  ///< negative: as many as there are
};

/// Writes what the query finds, and how many rows that are. `report` is called now and then with the rows done, and throws to stop. Refused as "records.export_too_large" where the
/// rows are more than asked for or than the format holds; what has been written is then worth nothing.
Result<std::int64_t> export_rows(const Desk& desk, const ListQuery& query, const ExportAsked& asked, SheetSink sink, const std::function<void(std::int64_t)>& report);

}  // namespace laoyou::collection
