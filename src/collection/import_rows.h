// A filled-in sheet of a register: its rows found by id or natural key, held against what is there, and taken all together or the good ones alone.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "collection/desk.h"
#include "collection/sheet_mapping.h"
#include "collection/sheet_writer.h"
#include "record/sheet.h"
#include "store/command.h"

namespace laoyou::collection {

/// One field that a row of the sheet would change.
struct FieldDifference {
  std::string field, zh, en;
  std::optional<std::string> before_zh, before_en, after_zh, after_en;
};
LAOYOU_RECORD(FieldDifference, "field_difference", field, zh, en, before_zh, before_en, after_zh, after_en)

struct RowDifference {
  std::int32_t line = 0;
  std::string action;  ///< "insert" or "update"
  std::string title;
  std::vector<FieldDifference> changes;
};
LAOYOU_RECORD(RowDifference, "row_difference", line, action, title, changes)

struct SheetRefusal {
  std::string place, code, message;
};
LAOYOU_RECORD(SheetRefusal, "sheet_refusal", place, code, message)

/// What a sheet did, or would do.
struct RecordsImport {
  std::int32_t rows = 0, added = 0, changed = 0, unchanged = 0;
  std::int32_t refused = 0;      ///< rows with something wrong
  bool stored = false;
  std::vector<SheetRefusal> refusals;      ///< as many as a person can use
  std::vector<RowDifference> differences;  ///< the first hundred
};
LAOYOU_RECORD(RecordsImport, "records_import", rows, added, changed, unchanged, refused, stored, refusals, differences)

enum class ImportMode {
  look,       ///< nothing is stored
  all,        ///< every row, or none when one is refused
  good_rows   ///< the refused ones are left out
};

/// The columns of a register's sheets; with its id where a sheet goes out or comes back.
std::vector<record::RowColumn> sheet_columns_of(const Collection& collection, bool with_id);

/// How a sheet is to be taken.
struct ImportAsked {
  record::SheetFormat format = record::SheetFormat::xlsx;
  ImportMode mode = ImportMode::all;
  Language language = Language::zh;   ///< of the refusals
  std::vector<MappedColumn> columns = {};  ///< how the sheet's own words are read; none: they are ours
};

/// What an import calls while it works; everything may be missing.
struct ImportWatch {
  std::function<void(const std::string& phase, std::int64_t whole)> phase;
  /// So many of the phase's rows; throws to stop. While rows are written it is called on the writer thread.
  std::function<void(std::int64_t done, std::int64_t whole)> report;
  /// Where the sheet goes that names every refusal in place; made only when there is one.
  std::function<SheetSink()> marked;
  /// Stores the rows; `found` is what will then be true. Nothing: by a command of its own.
  std::function<Result<void>(const RecordsImport& found, const store::Command& command)> write;
};

/// Refused as a whole when it is no sheet of this register; otherwise each row's refusals are part of the answer.
CheckedResult<RecordsImport> import_rows(const Desk& desk, std::string_view bytes, const ImportAsked& asked, const ImportWatch& watch = {});

}  // namespace laoyou::collection
