#include "record/leaf.h"

#include <charconv>
#include <cmath>

#include "base/csv.h"
#include "base/nearest.h"

namespace laoyou::record {

Result<std::int64_t> read_integer(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc::result_out_of_range) return refuse("number.too_large", {std::string(text)});
  if (error != std::errc() || end != text.data() + text.size()) return refuse("number.not_whole", {std::string(text)});
  return value;
}

Result<std::string> Leaf<std::string>::from_json_text(std::string_view text) {
  if (is_utf8(text)) return std::string(text);
  return refuse(text.find('\0') == std::string_view::npos ? "text.not_utf8" : "text.control_character");
}

Result<bool> Leaf<bool>::from_json_text(std::string_view text) {
  if (text == "true") return true;
  if (text == "false") return false;
  return refuse("bool.malformed", {std::string(text)});
}

Result<bool> Leaf<bool>::from_sheet_text(std::string_view text) {
  for (const std::string_view yes : {"是", "yes", "√", "✓", "✔"})
    if (text == yes) return true;
  for (const std::string_view no : {"否", "no", "×", "✗", "✘"})
    if (text == no) return false;
  return from_json_text(text);
}

std::string Leaf<double>::to_json_text(double value) {
  if (!std::isfinite(value)) return "null";
  char buffer[64];
  // Written out where it stays readable: people type 100000, not 1e+05, and whole numbers and Decimals read no exponents.
  const double size = std::fabs(value);
  const bool written_out = value == 0 || (size >= 1e-15 && size < 1e18);
  const auto [end, error] = written_out ? std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed)
                                        : std::to_chars(buffer, buffer + sizeof buffer, value);
  return std::string(buffer, end);
}

Result<double> Leaf<double>::from_json_text(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return refuse("number.malformed", {std::string(text)});
  return value;
}

Result<Fen> Leaf<Fen>::from_json_text(std::string_view text) {
  const Result<std::int64_t> fen = read_integer(text);
  if (!fen) return fen.error();
  return Fen::create(*fen);
}

Result<Minutes> Leaf<Minutes>::from_json_text(std::string_view text) {
  const Result<std::int64_t> minutes = read_integer(text);
  if (!minutes) return minutes.error();
  return Minutes::create(*minutes);
}

int find_enum_value(std::string_view enum_name, const std::vector<std::string>& values, std::string_view text, bool labels_too) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] == text) return static_cast<int>(i);
    if (!labels_too) continue;
    const DictionaryEntry& entry = dictionary().entry(enum_name, values[i]);
    if (entry.zh == text || entry.en == text) return static_cast<int>(i);
  }
  return -1;
}

Refusal unknown_enum_value(std::string_view text, const std::vector<std::string>& values) {
  if (std::string near = nearest(text, values); !near.empty()) return refuse("enum.mistyped", {std::string(text), std::move(near)});
  std::string list;
  for (const std::string& value : values) list += (list.empty() ? "" : ", ") + value;
  return refuse("enum.unknown", {std::string(text), list});
}

}  // namespace laoyou::record
