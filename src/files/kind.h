// What a file is: by its name's ending, and by its first bytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "collection/file_field.h"

namespace laoyou::files {

using collection::FileKind;

/// The media type a file of this kind is served as: "image/jpeg".
std::string_view media_type(FileKind kind);
/// How people and programs call the format: "JPEG".
std::string_view format_name(FileKind kind);
/// The endings of these kinds, for a refusal: "jpg, jpeg, png".
std::string endings_of(const std::vector<FileKind>& kinds);
bool is_picture(FileKind kind);

/// The ending behind the last point, in small letters: "jpg"; empty when there is none.
std::string ending_of(std::string_view name);
/// The kind that a name's ending promises.
std::optional<FileKind> kind_of_name(std::string_view name);

/// The format that the first bytes say: "JPEG", "PDF", "ZIP", "EXE", "HTML" …; "text" where they are none of these and hold no NUL, else empty.
std::string format_of_bytes(std::string_view bytes);
/// Whether bytes of that format may be of this kind: a .docx is a ZIP.
bool agrees(FileKind kind, std::string_view format);

/// What of another format lies within bytes that belong to none ("ZIP", "PDF", "HTML", "SVG", "script", "ELF"), or empty: a file that is two things
/// at once shows its harmless side to us and the other one to somebody else.
std::string foreign_format(std::string_view bytes);

/// A file's name as it may be kept: without blanks around it. Refused as "files.name_malformed" when it is empty, longer than 200 bytes, not UTF-8,
/// or holds a path or signs that nobody sees (with which "photo\u202Egpj.exe" reads as a picture).
Result<std::string> read_name(std::string_view name);

}  // namespace laoyou::files
