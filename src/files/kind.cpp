#include "files/kind.h"

#include <algorithm>
#include <array>

#include "base/decoded_text.h"
#include "base/shown_text.h"

namespace laoyou::files {
namespace {

using namespace std::string_view_literals;

struct KindFacts {
  FileKind kind;
  std::string_view format, media_type;
  std::vector<std::string_view> endings;
};

const std::vector<KindFacts>& all_kinds() {
  static const std::vector<KindFacts> kinds{
      {FileKind::jpeg, "JPEG", "image/jpeg", {"jpg", "jpeg"}},
      {FileKind::png, "PNG", "image/png", {"png"}},
      {FileKind::webp, "WebP", "image/webp", {"webp"}},
      {FileKind::heic, "HEIC", "image/heic", {"heic", "heif"}},
      {FileKind::pdf, "PDF", "application/pdf", {"pdf"}},
      {FileKind::docx, "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", {"docx"}},
      {FileKind::xlsx, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", {"xlsx"}},
      {FileKind::odt, "odt", "application/vnd.oasis.opendocument.text", {"odt"}},
      {FileKind::txt, "text", "text/plain; charset=utf-8", {"txt"}},
      {FileKind::csv, "text", "text/csv; charset=utf-8", {"csv"}},
  };
  return kinds;
}

const KindFacts& facts_of(FileKind kind) { return *std::find_if(all_kinds().begin(), all_kinds().end(), [&](const KindFacts& each) { return each.kind == kind; }); }

struct Signature {
  std::string_view format, bytes;
  std::size_t offset = 0;
};

// Formats by their first bytes: those that are taken, and those that a file is most often disguised as.
constexpr Signature k_signatures[] = {
    {"JPEG", "\xff\xd8\xff"sv},      {"PNG", "\x89PNG\r\n\x1a\n"sv}, {"PDF", "%PDF-"sv},       {"ZIP", "PK\x03\x04"sv},  {"ZIP", "PK\x05\x06"sv},     {"GIF", "GIF8"sv},
    {"EXE", "MZ"sv},                 {"ELF", "\x7f" "ELF"sv},        {"RAR", "Rar!"sv},        {"7Z", "7z\xbc\xaf"sv},   {"GZIP", "\x1f\x8b"sv},      {"OLE", "\xd0\xcf\x11\xe0"sv},
    {"TIFF", "II*\0"sv},             {"TIFF", "MM\0*"sv},            {"PostScript", "%!PS"sv}, {"script", "#!"sv},       {"class", "\xca\xfe\xba\xbe"sv}, {"RTF", "{\\rtf"sv},
    {"shortcut", "L\0\0\0\x01\x14\x02"sv}, {"video", "\x1a\x45\xdf\xa3"sv}, {"Mach-O", "\xcf\xfa\xed\xfe"sv}, {"wasm", "\0asm"sv},
};

bool starts_with_text(std::string_view bytes, std::string_view text) {
  if (bytes.size() < text.size()) return false;
  return std::equal(text.begin(), text.end(), bytes.begin(), [](char wanted, char is) { return wanted == (is >= 'A' && is <= 'Z' ? is - 'A' + 'a' : is); });
}

/// HTML, SVG and XML, which a browser would run.
std::string markup_format(std::string_view bytes) {
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  while (!bytes.empty() && (bytes.front() == ' ' || bytes.front() == '\t' || bytes.front() == '\r' || bytes.front() == '\n')) bytes.remove_prefix(1);
  if (bytes.empty() || bytes.front() != '<') return {};
  constexpr std::size_t k_looked_at = 4096;
  bytes = bytes.substr(0, k_looked_at);
  for (std::size_t i = 0; i < bytes.size(); ++i)
    if (starts_with_text(bytes.substr(i), "<svg")) return "SVG";
  if (starts_with_text(bytes, "<?xml")) return "XML";
  if (starts_with_text(bytes, "<?php")) return "script";
  const bool tag = bytes.size() > 1 && (bytes[1] == '!' || bytes[1] == '?' || std::isalpha(static_cast<unsigned char>(bytes[1])) != 0);
  return tag ? "HTML" : "";
}

std::string box_format(std::string_view bytes) {
  if (bytes.size() < 12 || bytes.substr(4, 4) != "ftyp") return {};
  const std::string_view brand = bytes.substr(8, 4);
  for (const std::string_view known : {"heic", "heix", "heim", "heis", "mif1"})
    if (brand == known) return "HEIC";
  return "video";
}

}  // namespace

std::string_view media_type(FileKind kind) { return facts_of(kind).media_type; }
std::string_view format_name(FileKind kind) { return facts_of(kind).format; }
bool is_picture(FileKind kind) { return kind <= FileKind::heic; }

std::string endings_of(const std::vector<FileKind>& kinds) {
  std::string all;
  for (const FileKind kind : kinds)
    for (const std::string_view ending : facts_of(kind).endings) all += (all.empty() ? "" : ", ") + std::string(ending);
  return all;
}

std::string ending_of(std::string_view name) {
  const std::size_t point = name.rfind('.');
  std::string ending(point == std::string_view::npos ? "" : name.substr(point + 1));
  for (char& c : ending) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return ending;
}

std::optional<FileKind> kind_of_name(std::string_view name) {
  const std::string ending = ending_of(name);
  for (const KindFacts& each : all_kinds())
    if (std::find(each.endings.begin(), each.endings.end(), ending) != each.endings.end()) return each.kind;
  return std::nullopt;
}

std::string format_of_bytes(std::string_view bytes) {
  if (bytes.size() >= 12 && bytes.starts_with("RIFF")) return bytes.substr(8, 4) == "WEBP" ? "WebP" : "video";
  for (const Signature& each : k_signatures)
    if (bytes.starts_with(each.bytes)) return std::string(each.format);
  if (std::string box = box_format(bytes); !box.empty()) return box;
  if (std::string markup = markup_format(bytes); !markup.empty()) return markup;
  return bytes.find('\0') == std::string_view::npos || bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff") ? "text" : "";
}

bool agrees(FileKind kind, std::string_view format) {
  if (kind == FileKind::docx || kind == FileKind::xlsx || kind == FileKind::odt) return format == "ZIP";
  return format == format_name(kind);
}

std::string foreign_format(std::string_view bytes) {
  struct Sign {
    std::string_view format, bytes;
  };
  constexpr Sign k_signs[] = {{"ZIP", "PK\x03\x04"sv}, {"ZIP", "PK\x05\x06"sv}, {"PDF", "%PDF-"sv}, {"ELF", "\x7f" "ELF"sv}, {"RAR", "Rar!\x1a"sv}, {"EXE", "This program cannot be run"sv}};
  for (const Sign& each : k_signs)
    if (bytes.find(each.bytes) != std::string_view::npos) return std::string(each.format);
  constexpr Sign k_tags[] = {{"HTML", "<html"sv}, {"HTML", "<!doctype"sv}, {"script", "<script"sv}, {"SVG", "<svg"sv}, {"script", "<?php"sv}, {"HTML", "<iframe"sv}, {"HTML", "<body"sv}};
  for (std::size_t at = bytes.find('<'); at != std::string_view::npos; at = bytes.find('<', at + 1))
    for (const Sign& each : k_tags)
      if (starts_with_text(bytes.substr(at), each.bytes)) return std::string(each.format);
  return {};
}

Result<std::string> read_name(std::string_view name) {
  constexpr std::size_t k_name_bytes_max = 200;
  const std::string_view shown = trimmed(name);
  std::string storage;
  const auto utf8 = decoded_text(shown, storage);
  bool wrong = shown.empty() || shown.size() > k_name_bytes_max || !utf8 || *utf8 != shown || !invisible_sign(shown).empty();
  for (const char c : shown) wrong = wrong || static_cast<unsigned char>(c) < 0x20 || c == 0x7f || c == '/' || c == '\\' || c == ':';
  if (wrong || shown.front() == '.') return refuse("files.name_malformed");
  return std::string(shown);
}

}  // namespace laoyou::files
