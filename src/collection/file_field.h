// Which files the records of a register take (附件): declared with the register, checked by the room of files.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "http/route.h"
#include "record/enum_leaf.h"

namespace laoyou::collection {

/// What a file is by its first bytes and its structure; its name must agree.
enum class FileKind { jpeg, png, webp, heic, pdf, docx, xlsx, odt, txt, csv };
LAOYOU_ENUM(FileKind, "file_kind", jpeg, png, webp, heic, pdf, docx, xlsx, odt, txt, csv)

/// One place of a record for files: its photographs, its papers.
struct FileField {
  std::string name;                   ///< "photographs"
  http::Summary label;
  std::vector<FileKind> kinds;
  std::int64_t bytes_max = 20 << 20;  ///< of one file
  std::int32_t count_max = 50;        ///< of one record
};

inline FileField photographs() {
  return {"photographs", {"照片", "Photographs"}, {FileKind::jpeg, FileKind::png, FileKind::webp, FileKind::heic}};
}
inline FileField papers() {
  using enum FileKind;
  return {"papers", {"材料", "Papers"}, {pdf, jpeg, png, webp, heic, docx, xlsx, odt, txt, csv}};
}

}  // namespace laoyou::collection
