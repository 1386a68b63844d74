// The sheet that goes back (退回表): the rows as they came, what is wrong with each in a column of its own, and the wrong cells marked.
#pragma once

#include <vector>

#include "collection/sheet_writer.h"
#include "record/sheet.h"

namespace laoyou::collection {

/// What is wrong with one row.
struct RowMark {
  std::size_t row = 0;                ///< of the sheet's rows
  std::vector<std::size_t> positions;  ///< of the wrong cells
  std::string text;
};

/// Which rows go back.
enum class MarkedRows {
  all,          ///< nothing was stored: the whole sheet is to be corrected
  refused_only  ///< the others are stored, and must not be stored again
};

/// The marks for the refusals of one row, told by the places of its cells.
RowMark row_mark(const record::Sheet& sheet, const std::vector<std::string>& header, std::size_t row, const Refusals& refusals, Language language);

/// What goes back. The header is the one that came, before it was mapped; a column of problems that came with it is left out.
struct MarkedSheet {
  const record::Sheet& sheet;
  const std::vector<std::string>& header;
  const std::vector<RowMark>& marks;  ///< by rising row
  MarkedRows rows = MarkedRows::all;
};

/// `report` is called now and then with the rows done.
void write_marked_sheet(const MarkedSheet& marked, record::SheetFormat format, SheetSink sink, const std::function<void(std::int64_t)>& report);

}  // namespace laoyou::collection
