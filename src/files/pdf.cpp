// PDF (ISO 32000-2): looked through for what would run or reach out when it is opened. A viewer finds objects by an offset table, wherever they
// lie, so the looking does not follow the structure: every name in the file counts, also within streams and written with #xx.
#include <zlib.h>

#include <algorithm>
#include <array>
#include <optional>

#include "files/checked.h"

namespace laoyou::files {
namespace {

struct Forbidden {
  std::string_view name, what;
  bool short_name = false;  ///< so short that compressed data holds it by chance: looked for between streams and in unpacked ones alone
};
constexpr Forbidden k_forbidden[] = {{"JavaScript", "JavaScript"}, {"JS", "JavaScript", true}, {"Launch", "Launch"}, {"EmbeddedFile", "EmbeddedFile"}, {"EmbeddedFiles", "EmbeddedFile"},
                                     {"RichMedia", "RichMedia"}, {"Rendition", "Rendition"}, {"XFA", "XFA", true}, {"SubmitForm", "SubmitForm"}, {"ImportData", "ImportData"},
                                     {"GoToE", "GoToE"}, {"GoToR", "GoToR"}, {"Movie", "Movie"}};

bool is_regular(char c) {
  constexpr std::string_view k_ends("\0\t\n\f\r ()<>[]{}/%", 16);
  return k_ends.find(c) == std::string_view::npos;
}

int hexadecimal(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// The name that begins behind a slash, #xx resolved; no longer than any that is looked for.
std::string read_pdf_name(std::string_view bytes) {
  constexpr std::size_t k_name_max = 20;
  std::string name;
  for (std::size_t i = 0; i < bytes.size() && is_regular(bytes[i]) && name.size() < k_name_max; ++i) {
    const bool coded = bytes[i] == '#' && i + 2 < bytes.size() && hexadecimal(bytes[i + 1]) >= 0 && hexadecimal(bytes[i + 2]) >= 0;
    name += coded ? static_cast<char>(hexadecimal(bytes[i + 1]) * 16 + hexadecimal(bytes[i + 2])) : bytes[i];
    if (coded) i += 2;
  }
  return name;
}

/// What a name in these bytes would do, "encrypted" for an encrypted document, or empty.
std::string found_in(std::string_view bytes, bool within_stream) {
  for (std::size_t at = bytes.find('/'); at != std::string_view::npos; at = bytes.find('/', at + 1)) {
    const std::string name = read_pdf_name(bytes.substr(at + 1));
    if (name == "Encrypt") return "encrypted";
    for (const Forbidden& each : k_forbidden)
      if (name == each.name && !(within_stream && each.short_name)) return std::string(each.what);
  }
  return {};
}

enum class Unpacked { whole, broken, too_large };

/// Inflates a stream; what stands behind its end does not count.
Unpacked inflate_stream(std::string_view packed, std::string& out) {
  constexpr std::size_t k_bytes_max = 64U << 20;
  z_stream stream{};
  if (inflateInit(&stream) != Z_OK) return Unpacked::broken;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  std::array<char, 64 * 1024> buffer;
  int state = Z_OK;
  while (state == Z_OK && out.size() <= k_bytes_max) {
    stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream.avail_out = buffer.size();
    state = inflate(&stream, Z_NO_FLUSH);
    out.append(buffer.data(), buffer.size() - stream.avail_out);
  }
  inflateEnd(&stream);
  if (out.size() > k_bytes_max) return Unpacked::too_large;
  return state == Z_STREAM_END ? Unpacked::whole : Unpacked::broken;
}

/// A stream of objects (7.5.7) is where names hide; one that is packed in another way than Flate cannot be looked into.
std::optional<Refusal> check_objects(std::string_view dictionary, std::string_view data) {
  if (dictionary.find("/FlateDecode") == std::string_view::npos && dictionary.find("/Filter") != std::string_view::npos) return refuse("files.unreadable", {"PDF"});
  if (dictionary.find("/Predictor") != std::string_view::npos || dictionary.find('#') != std::string_view::npos) return refuse("files.unreadable", {"PDF"});
  if (dictionary.find("/Filter") == std::string_view::npos) return std::nullopt;  // not packed: looked at like everything else
  std::string objects;
  const Unpacked unpacked = inflate_stream(data, objects);
  if (unpacked == Unpacked::too_large) return refuse("files.inflates");
  if (unpacked == Unpacked::broken) return broken(FileKind::pdf);
  const std::string found = found_in(objects, false);
  return found.empty() ? std::nullopt : std::optional(active(found));
}

/// The dictionary that ends where the keyword `stream` begins: back to the object's own beginning.
std::string_view dictionary_before(std::string_view bytes) {
  constexpr std::size_t k_back = 4096;
  const std::string_view near = bytes.substr(bytes.size() - std::min(bytes.size(), k_back));
  const std::size_t begin = near.rfind(" obj");
  return begin == std::string_view::npos ? near : near.substr(begin);
}

bool holds_objects(std::string_view dictionary) {
  for (std::size_t at = dictionary.find('/'); at != std::string_view::npos; at = dictionary.find('/', at + 1))
    if (read_pdf_name(dictionary.substr(at + 1)) == "ObjStm") return true;
  return false;
}

/// Between streams, within them, and within those that hold objects.
std::optional<Refusal> look_through(std::string_view bytes) {
  const auto refusal_of = [](const std::string& found) { return found == "encrypted" ? refuse("files.encrypted", {"PDF"}) : active(found); };
  std::size_t at = 0;
  while (at < bytes.size()) {
    const std::size_t begin = std::min(bytes.find("stream", at), bytes.size());
    const std::string_view between = bytes.substr(at, begin - at);
    if (const std::string found = found_in(between, false); !found.empty()) return refusal_of(found);
    if (begin == bytes.size()) break;
    std::size_t data = begin + 6;
    if (data < bytes.size() && bytes[data] == '\r') ++data;
    if (data < bytes.size() && bytes[data] == '\n') ++data;
    const std::size_t end = std::min(bytes.find("endstream", data), bytes.size());
    const std::string_view content = bytes.substr(std::min(data, end), end - std::min(data, end));
    if (const std::string found = found_in(content, true); !found.empty()) return refusal_of(found);
    const std::string_view dictionary = dictionary_before(bytes.substr(0, begin));
    if (holds_objects(dictionary))
      if (std::optional<Refusal> wrong = check_objects(dictionary, content)) return wrong;
    at = std::min(bytes.size(), end + 9);
  }
  return std::nullopt;
}

}  // namespace

Result<CheckedFile> check_pdf(std::string_view bytes) {
  constexpr std::size_t k_tail = 1024;
  const std::size_t end = bytes.rfind("%%EOF");
  const bool versioned = bytes.size() > 8 && (bytes.substr(5, 2) == "1." || bytes.substr(5, 2) == "2.");
  if (!versioned || end == std::string_view::npos || bytes.find("startxref") == std::string_view::npos || bytes.find(" obj") == std::string_view::npos) return broken(FileKind::pdf);
  const std::string_view behind = bytes.substr(end);
  if (behind.size() > k_tail) return broken(FileKind::pdf);
  constexpr std::size_t k_directory_bytes = 66'000;  // a ZIP's directory ends within so many bytes of the end
  const std::string_view last = bytes.substr(bytes.size() - std::min(bytes.size(), k_directory_bytes));
  if (last.find(std::string_view("PK\x05\x06", 4)) != std::string_view::npos) return two_in_one(FileKind::pdf, "ZIP");
  for (const std::string_view edge : {bytes.substr(0, k_tail), behind})
    if (const std::string foreign = foreign_format(edge.substr(5)); !foreign.empty()) return two_in_one(FileKind::pdf, foreign);
  if (const std::optional<Refusal> wrong = look_through(bytes)) return *wrong;
  return CheckedFile{FileKind::pdf, std::string(bytes), {}, {}, {}};
}

}  // namespace laoyou::files
