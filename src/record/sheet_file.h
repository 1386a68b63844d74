// What a file is, whatever its name says.
#pragma once

#include <optional>
#include <string_view>

#include "record/sheet.h"

namespace laoyou::record {

/// Says what the bytes are where they plainly are no file of that format: "sheet.old_or_locked", "sheet.is_html", "sheet.is_text",
/// "sheet.is_workbook" or "sheet.empty"; nothing when they may be one.
std::optional<Refusal> other_kind_of_file(std::string_view bytes, SheetFormat format);

}  // namespace laoyou::record
