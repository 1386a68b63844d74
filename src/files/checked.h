// What checking a file gives: the bytes to be kept, and what was learnt of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "files/kind.h"

namespace laoyou::files {

struct CheckedFile {
  FileKind kind = FileKind::txt;
  std::string bytes;                     ///< without what a picture says of where, when and by what it was taken
  std::optional<std::int32_t> width_px;  ///< as it is shown, turned upright
  std::optional<std::int32_t> height_px;
  std::string thumbnail;                 ///< JPEG; empty: none
};

/// Checks a file whole in memory: its name, its kind, its structure. Works long on the processor, and in memory bounded by the file and by what
/// pictures may measure. Refused with what is wrong by name: files.name_malformed, files.empty, files.too_large, files.kind_unknown,
/// files.kind_not_taken, files.name_disagrees, files.broken, files.two_in_one, files.picture_too_large, files.active, files.encrypted, files.inflates.
Result<CheckedFile> check_file(const collection::FileField& field, std::string_view name, std::string_view bytes);

// By kind.
Result<CheckedFile> check_jpeg(std::string_view bytes);
Result<CheckedFile> check_png(std::string_view bytes);
Result<CheckedFile> check_webp(std::string_view bytes);
Result<CheckedFile> check_heic(std::string_view bytes);
Result<CheckedFile> check_pdf(std::string_view bytes);
Result<CheckedFile> check_package(FileKind kind, std::string_view bytes);
Result<CheckedFile> check_text(FileKind kind, std::string_view bytes);

inline Refusal broken(FileKind kind) { return refuse("files.broken", {std::string(format_name(kind))}); }
inline Refusal two_in_one(FileKind kind, std::string_view other) { return refuse("files.two_in_one", {std::string(format_name(kind)), std::string(other)}); }
/// Something in it would run or reach out when it is opened: "JavaScript", "VBA".
inline Refusal active(std::string_view what) { return refuse("files.active", {std::string(what)}); }

}  // namespace laoyou::files
