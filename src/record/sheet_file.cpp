#include "record/sheet_file.h"

#include <algorithm>

#include "base/decoded_text.h"
#include "base/shown_text.h"

namespace laoyou::record {
namespace {

// [MS-CFB] 2.2: the container of .xls, and of any workbook with a password.
constexpr std::string_view k_compound("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
constexpr std::string_view k_zip("PK\x03\x04", 4);

/// The beginning of a file as text in small letters; empty when it is no text.
std::string first_bytes(std::string_view bytes) {
  constexpr std::size_t looked_at = 2048;
  std::string_view head = bytes.substr(0, looked_at);
  if (bytes.size() > looked_at) head = head.substr(0, std::min(head.rfind('\n'), head.size()));  // whole lines, so that no character is cut
  std::string storage;
  const auto text = decoded_text(head, storage);
  if (!text) return {};
  std::string small(trimmed(*text));
  std::transform(small.begin(), small.end(), small.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return small;
}

bool is_markup(const std::string& text) {
  if (!text.starts_with('<')) return false;
  for (std::string_view mark : {"<html", "<!doctype html", "<table", "<?xml", "<meta", "<style"})
    if (text.find(mark) != std::string::npos) return true;
  return false;
}

}  // namespace

std::optional<Refusal> other_kind_of_file(std::string_view bytes, SheetFormat format) {
  if (bytes.starts_with(k_compound)) return refuse("sheet.old_or_locked");
  if (bytes.starts_with(k_zip)) return format == SheetFormat::csv ? std::optional(refuse("sheet.is_workbook")) : std::nullopt;
  if (trimmed(bytes.substr(0, 4096)).empty() && bytes.size() <= 4096) return refuse("sheet.empty");
  const std::string text = first_bytes(bytes);
  if (is_markup(text)) return refuse("sheet.is_html");
  const bool archive_inside = bytes.find(k_zip) != std::string_view::npos;
  if (format == SheetFormat::xlsx && !text.empty() && !archive_inside) return refuse("sheet.is_text");
  return std::nullopt;
}

}  // namespace laoyou::record
