#include <algorithm>

#include "base/decoded_text.h"
#include "files/checked.h"

namespace laoyou::files {
namespace {

Result<CheckedFile> check_by_kind(FileKind kind, std::string_view bytes) {
  switch (kind) {
    case FileKind::jpeg: return check_jpeg(bytes);
    case FileKind::png: return check_png(bytes);
    case FileKind::webp: return check_webp(bytes);
    case FileKind::heic: return check_heic(bytes);
    case FileKind::pdf: return check_pdf(bytes);
    case FileKind::docx:
    case FileKind::xlsx:
    case FileKind::odt: return check_package(kind, bytes);
    case FileKind::txt:
    case FileKind::csv: break;
  }
  return check_text(kind, bytes);
}

}  // namespace

Result<CheckedFile> check_file(const collection::FileField& field, std::string_view name, std::string_view bytes) {
  const Result<std::string> kept_name = read_name(name);
  if (!kept_name) return kept_name.error();
  if (bytes.empty()) return refuse("files.empty");
  if (static_cast<std::int64_t>(bytes.size()) > field.bytes_max) return refuse("files.too_large", {std::to_string(field.bytes_max >> 20)});
  const std::optional<FileKind> kind = kind_of_name(*kept_name);
  if (!kind) return refuse("files.kind_unknown", {ending_of(*kept_name), endings_of(field.kinds)});
  if (std::find(field.kinds.begin(), field.kinds.end(), *kind) == field.kinds.end())
    return refuse("files.kind_not_taken", {std::string(format_name(*kind)), endings_of(field.kinds)});
  const std::string format = format_of_bytes(bytes);
  if (!agrees(*kind, format)) return refuse("files.name_disagrees", {ending_of(*kept_name), format.empty() ? "?" : format});
  Result<CheckedFile> checked = check_by_kind(*kind, bytes);
  if (checked) checked->kind = *kind;
  return checked;
}

Result<CheckedFile> check_text(FileKind kind, std::string_view bytes) {
  std::string storage;
  const Result<std::string_view> text = decoded_text(bytes, storage);
  if (!text) return broken(kind);
  for (const char c : *text)
    if ((static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\r' && c != '\n' && c != '\f') || c == 0x7f) return broken(kind);
  if (const std::string foreign = foreign_format(*text); !foreign.empty()) return two_in_one(kind, foreign);
  return CheckedFile{kind, std::string(*text), {}, {}, {}};
}

}  // namespace laoyou::files
