// Workbooks from strangers: never a crash, never an exception, never a sheet beyond its limits. An input that is no archive is taken for a part
// of one, so that the fuzzer need not learn to pack.
#include <cstdint>

#include "record/examples_test.h"
#include "record/sheet_rows.h"
#include "record/sheet_xlsx_cells.h"
#include "record/xml_reader.h"
#include "require.h"

namespace {

using namespace laoyou;
using namespace laoyou::record;

void check(const Sheet& sheet) {
  require(sheet.rows.size() <= static_cast<std::size_t>(k_sheet_rows_max));
  for (const SheetRow& row : sheet.rows) require(!row.empty() && row.size() <= static_cast<std::size_t>(k_sheet_columns_max));
  if (sheet.header.empty()) return;
  const auto rows = read_rows<example::SheetRecord>(sheet);
  if (!rows)
    for (const Refusal& refusal : rows.error()) require(has_message(refusal.code) && !refusal.place.empty());
}

void take_part(std::string_view part) {
  try {
    const xlsx::Book book{xlsx::read_shared_texts(xml::Reader(part)), xlsx::read_styles(xml::Reader(part))};
    xlsx::Budget budget;
    check(xlsx::read_worksheet(xml::Reader(part), book, budget));
  } catch (const xml::Malformed&) {
  } catch (const xlsx::TooLarge&) {
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto sheet = read_sheet(bytes, SheetFormat::xlsx);
  if (sheet)
    check(*sheet);
  else
    require(has_message(sheet.error().code));
  if (!bytes.starts_with("PK")) take_part(bytes);
  return 0;
}
