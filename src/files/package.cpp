// Office documents: Office Open XML (ISO/IEC 29500-2) and OpenDocument (ISO/IEC 26300-2), both ZIP archives with agreed inner parts.
#include <algorithm>

#include "files/checked.h"
#include "files/zip_walk.h"

namespace laoyou::files {
namespace {

using Entries = std::vector<ZipEntry>;

const ZipEntry* find(const Entries& entries, std::string_view name) {
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const ZipEntry& entry) { return entry.name == name; });
  return found == entries.end() ? nullptr : &*found;
}

bool safe_name(const std::string& name) {
  return !name.empty() && name.front() != '/' && name.find('\\') == std::string::npos && name.find("..") == std::string::npos && name.find('\0') == std::string::npos;
}

/// Unpacks everything once, counting: what a directory says of sizes need not be true.
Result<void> check_entries(FileKind kind, const Entries& entries) {
  constexpr std::uint64_t k_bytes_max = 200U << 20, k_ratio_max = 200, k_small_bytes = 4U << 20;
  constexpr std::uint16_t k_encrypted = 1;
  std::uint64_t bytes = 0;
  for (const ZipEntry& entry : entries) {
    if (!safe_name(entry.name)) return broken(kind);
    if ((entry.flags & k_encrypted) != 0) return refuse("files.encrypted", {std::string(format_name(kind))});
    bytes += entry.bytes;
    if (bytes > k_bytes_max || (entry.bytes > k_small_bytes && entry.bytes / std::max<std::uint64_t>(entry.packed_bytes, 1) > k_ratio_max)) return refuse("files.inflates");
  }
  for (const ZipEntry& entry : entries)
    if (!unpack(entry, k_bytes_max, nullptr)) return broken(kind);
  return {};
}

/// Macros, controls and programs that a document brings along, or fetches when it is opened.
std::string active_part(const Entries& entries) {
  constexpr std::uint64_t k_relations_bytes_max = 4U << 20;
  for (const ZipEntry& entry : entries) {
    std::string name = entry.name;
    std::transform(name.begin(), name.end(), name.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (name.find("vbaproject") != std::string::npos || name.find("vbadata") != std::string::npos || name.find("macrosheets/") != std::string::npos) return "VBA";
    if (name.find("activex") != std::string::npos) return "ActiveX";
    if (name.starts_with("basic/") || name.starts_with("scripts/")) return "Basic";
    const std::string ending = ending_of(name);
    for (const std::string_view program : {"exe", "dll", "js", "vbs", "bat", "cmd", "ps1", "scr", "hta", "jar", "lnk"})
      if (ending == program) return ending;
    if (ending != "rels") continue;
    std::string relations;
    if (!unpack(entry, k_relations_bytes_max, &relations)) return "rels";
    if (relations.find("TargetMode=\"External\"") != std::string::npos && (relations.find("/attachedTemplate\"") != std::string::npos || relations.find("/oleObject\"") != std::string::npos))
      return "attachedTemplate";
  }
  return {};
}

bool has_inner_parts(FileKind kind, const Entries& entries) {
  if (kind == FileKind::odt) {
    std::string type;
    return !entries.empty() && entries.front().name == "mimetype" && unpack(entries.front(), 100, &type) && type == "application/vnd.oasis.opendocument.text" &&
           find(entries, "content.xml") != nullptr;
  }
  constexpr std::uint64_t k_types_bytes_max = 4U << 20;
  const ZipEntry* types = find(entries, "[Content_Types].xml");
  std::string text;
  const std::string_view main = kind == FileKind::docx ? "wordprocessingml.document.main+xml" : "spreadsheetml.sheet.main+xml";
  return types != nullptr && find(entries, kind == FileKind::docx ? "word/document.xml" : "xl/workbook.xml") != nullptr && unpack(*types, k_types_bytes_max, &text) &&
         text.find(main) != std::string::npos;
}

}  // namespace

Result<CheckedFile> check_package(FileKind kind, std::string_view bytes) {
  const std::optional<Entries> entries = walk_zip(bytes);
  if (!entries) return broken(kind);
  if (const Result<void> sound = check_entries(kind, *entries); !sound) return sound.error();
  if (const std::string part = active_part(*entries); !part.empty()) return active(part);
  if (!has_inner_parts(kind, *entries)) return refuse("files.name_disagrees", {std::string(format_name(kind)), "ZIP"});
  return CheckedFile{kind, std::string(bytes), {}, {}, {}};
}

}  // namespace laoyou::files
