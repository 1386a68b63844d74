// As what a paper is sent: to be printed, or to go on writing on it.
#pragma once

#include <string_view>

#include "record/enum_leaf.h"

namespace laoyou::http {

enum class PaperFormat { pdf, docx };
LAOYOU_ENUM(PaperFormat, "paper_format", pdf, docx)

/// Its media type.
constexpr std::string_view media_type(PaperFormat format) {
  return format == PaperFormat::docx ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document" : "application/pdf";
}

}  // namespace laoyou::http
