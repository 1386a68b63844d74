// Writes a sheet row by row to whoever takes its bytes: a million rows need no more memory than one, and no copy of them in clear lies on a disk.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "record/sheet.h"

namespace laoyou::collection {

/// Takes the next bytes of the file.
using SheetSink = std::function<void(std::string_view)>;

/// A file being written; finish() ends it.
class SheetWriter {
 public:
  virtual ~SheetWriter() = default;
  /// The next row; `marked` are positions of cells that something is wrong with. False when the format has no room for it.
  virtual bool row(const std::vector<std::string>& cells, const std::vector<std::size_t>& marked = {}) = 0;
  virtual void finish() = 0;
};

/// Begins the file with its header. CSV as record::write_sheet() writes it; .xlsx with every cell as text, so that codes keep their zeros, and marked
/// cells on red.
std::unique_ptr<SheetWriter> begin_sheet(record::SheetFormat format, const std::vector<std::string>& header, SheetSink sink);

/// Its media type.
std::string_view media_type(record::SheetFormat format);
/// ".csv" or ".xlsx".
std::string_view ending(record::SheetFormat format);

}  // namespace laoyou::collection
