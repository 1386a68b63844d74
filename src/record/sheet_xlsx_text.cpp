#include "record/sheet_xlsx_text.h"

#include <charconv>
#include <optional>

#include "base/utf8.h"

namespace laoyou::record::xlsx {
namespace {

constexpr std::size_t k_length = 7;  // _xHHHH_

/// The character that stands written out at the start of `text`.
std::optional<unsigned> written_out(std::string_view text) {
  if (text.size() < k_length || !text.starts_with("_x") || text[6] != '_') return std::nullopt;
  unsigned character = 0;
  const auto [end, error] = std::from_chars(text.data() + 2, text.data() + 6, character, 16);
  if (error != std::errc() || end != text.data() + 6) return std::nullopt;
  return character;
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (written_out(text.substr(i))) out += "_x005F";
    out += text[i];
  }
  return out;
}

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::optional<unsigned> character = written_out(text.substr(i));
    const bool surrogate = character && *character >= 0xD800 && *character < 0xE000;
    if (!character || surrogate) {
      out += text[i++];
    } else {
      append_character(out, *character);
      i += k_length;
    }
  }
  return out;
}

}  // namespace laoyou::record::xlsx
