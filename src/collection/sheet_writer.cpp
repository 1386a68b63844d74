#include "collection/sheet_writer.h"

#include "base/csv.h"
#include "collection/workbook_writer.h"

namespace laoyou::collection {
namespace {

class CsvWriter final : public SheetWriter {
 public:
  CsvWriter(const std::vector<std::string>& header, SheetSink sink) : sink_(std::move(sink)), text_("\xEF\xBB\xBF") { row(header, {}); }

  bool row(const std::vector<std::string>& cells, const std::vector<std::size_t>&) override {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) text_ += ',';
      text_ += csv_cell(cells[i]);
    }
    text_ += "\r\n";
    if (text_.size() >= k_chunk_bytes) pass_on();
    return true;
  }
  void finish() override { pass_on(); }

 private:
  static constexpr std::size_t k_chunk_bytes = 64 * 1024;
  void pass_on() {
    sink_(text_);
    text_.clear();
  }

  SheetSink sink_;
  std::string text_;
};

}  // namespace

std::unique_ptr<SheetWriter> begin_sheet(record::SheetFormat format, const std::vector<std::string>& header, SheetSink sink) {
  if (format == record::SheetFormat::csv) return std::make_unique<CsvWriter>(header, std::move(sink));
  return std::make_unique<WorkbookWriter>(header, std::move(sink));
}

std::string_view media_type(record::SheetFormat format) {
  return format == record::SheetFormat::csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}

std::string_view ending(record::SheetFormat format) { return format == record::SheetFormat::csv ? ".csv" : ".xlsx"; }

}  // namespace laoyou::collection
