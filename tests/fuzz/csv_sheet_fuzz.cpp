// CSV from strangers: never a crash, every refusal has its place, and what was taken comes back from its own export.
#include <cstdint>

#include "base/csv.h"
#include "record/examples_test.h"
#include "record/sheet_rows.h"
#include "require.h"

namespace {

using namespace laoyou;
using namespace laoyou::record;

void cells_come_back(std::string_view text) {
  const auto rows = read_csv(text);
  if (!rows) return require(has_message(rows.error().code) && !rows.error().place.empty());
  for (const CsvRow& row : *rows) {
    std::string line;
    for (const CsvCell& cell : row) {
      require(cell.line > 0 && cell.column > 0);
      line += (line.empty() ? "x," : ",") + csv_cell(cell.text);
    }
    const auto again = read_csv(line).value();
    require(again.size() == 1 && again[0].size() == row.size() + 1);
    for (std::size_t i = 0; i < row.size(); ++i) require(without_formula_guard(again[0][i + 1].text) == row[i].text);
  }
}

template <class T>
void rows_come_back(std::string_view text) {
  const auto sheet = read_sheet(text, SheetFormat::csv);
  if (!sheet) return require(has_message(sheet.error().code));
  const auto rows = read_rows<T>(*sheet);
  if (!rows) {
    for (const Refusal& refusal : rows.error()) require(has_message(refusal.code) && !refusal.place.empty());
    return;
  }
  std::vector<T> records;
  for (const auto& row : *rows) records.push_back(row.value);
  const auto again = read_rows<T>(read_sheet(write_rows(records, SheetFormat::csv, View{.unmask = true}), SheetFormat::csv).value());
  require(again && again->size() == records.size());
  for (std::size_t i = 0; i < records.size(); ++i) require((*again)[i].value == records[i]);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  cells_come_back(text);
  rows_come_back<example::Address>(text);
  rows_come_back<example::SheetRecord>(text);
  return 0;
}
