// A workbook with one sheet of texts (ECMA-376 part 1), written row by row into a zip stream.
#pragma once

#include "collection/sheet_writer.h"
#include "collection/zip_stream.h"

namespace laoyou::collection {

class WorkbookWriter final : public SheetWriter {
 public:
  WorkbookWriter(const std::vector<std::string>& header, SheetSink sink);
  bool row(const std::vector<std::string>& cells, const std::vector<std::size_t>& marked) override;
  void finish() override;

 private:
  void add_part(const std::string& name, std::string_view text);
  void add_cell(std::size_t column, std::string_view text, int style);
  void add_row(const std::vector<std::string>& cells, const std::vector<std::size_t>& marked, int style);

  ZipStream zip_;
  std::string text_;  ///< of the row at hand
  std::vector<std::string> letters_;
  std::int64_t rows_ = 0;
};

}  // namespace laoyou::collection
