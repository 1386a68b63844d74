// .xlsx files; libxlsxwriter writes them. Used by sheet.cpp alone.
#pragma once

#include "record/sheet.h"

namespace laoyou::record {

/// The worksheets of a workbook, as read_sheet() gives them. Refused as "sheet.locked", "sheet.unreadable" or "sheet.too_large" (also when the packed parts would unpack to more than
/// 512 MiB, which no honest sheet within the row limit does).
Result<Sheet> read_xlsx_sheet(std::string_view bytes);

std::string write_xlsx_sheet(const std::vector<SheetColumn>& columns, const std::vector<std::vector<std::string>>& rows, SheetGuard guard);

}  // namespace laoyou::record
