#include "record/sheet_xlsx_styles.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <map>

#include "record/sheet.h"

namespace laoyou::record::xlsx {
namespace {

using xml::Piece;

constexpr std::size_t k_styles_max = 100'000;  // Excel itself keeps at most 65,490

/// The letters of a format that say what is shown, each run once, in small: "ymd" for yyyy"年"m"月"d"日"; '%' and '0' (any digit) as well.
std::string letters(std::string_view code) {
  std::string out;
  for (std::size_t i = 0; i < code.size(); ++i) {
    char c = code[i];
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == ';') break;
    if (c == '\\' || c == '_' || c == '*' || c == '!') {
      ++i;
    } else if (c == '"') {
      i = std::min(code.find('"', i + 1), code.size());
    } else if (c == '[') {
      const std::size_t end = std::min(code.find(']', i), code.size());
      const char first = i + 1 < code.size() ? code[i + 1] : '\0';
      if (first == 'h' || first == 's' || ((first == 'm') && end == i + 2)) out += first;  // elapsed time
      i = end;
    } else if (c == 'a' && (code.substr(i).starts_with("AM/PM") || code.substr(i).starts_with("am/pm"))) {
      i += 4;
    } else if (c == 'g' && (code.substr(i, 7) == "General" || code.substr(i, 7) == "GENERAL")) {
      i += 6;
    } else {
      if (c == '#' || c == '?') c = '0';
      if (std::string_view("ymdhse%0").find(c) != std::string_view::npos && (out.empty() || out.back() != c)) out += c;
    }
  }
  return out;
}

/// The formats that need no code in the file (18.8.30), with those of Chinese spreadsheets.
ShownAs built_in(int id) {
  switch (id) {
    case 9:
    case 10: return ShownAs::percent;
    case 17:
    case 27:
    case 36:
    case 50:
    case 52:
    case 57: return ShownAs::month;
    case 18:
    case 19:
    case 20:
    case 21:
    case 32:
    case 33:
    case 34:
    case 35:
    case 45:
    case 46:
    case 47:
    case 55:
    case 56: return ShownAs::time;
    default: break;
  }
  const bool day = (id >= 14 && id <= 16) || id == 22 || (id >= 28 && id <= 31) || id == 51 || id == 53 || id == 54 || id == 58;
  return day ? ShownAs::day : ShownAs::number;
}

int number_of(const std::string* text) {
  int number = -1;
  if (text != nullptr) std::from_chars(text->data(), text->data() + text->size(), number);
  return number;
}

}  // namespace

ShownAs shown_as(std::string_view format_code) {
  const std::string shown = letters(format_code);
  bool month = false;
  for (std::size_t i = 0; i < shown.size(); ++i)
    if (shown[i] == 'm') month = month || !((i > 0 && shown[i - 1] == 'h') || (i + 1 < shown.size() && shown[i + 1] == 's') || (i > 0 && shown[i - 1] == 's'));
  const auto has = [&](char c) { return shown.find(c) != std::string::npos; };
  const bool year = has('y') || (has('e') && !has('0'));
  if (has('d')) return ShownAs::day;
  if (month) return ShownAs::month;
  if (year) return ShownAs::year;
  if (has('h') || has('s')) return ShownAs::time;
  return has('%') ? ShownAs::percent : ShownAs::number;
}

std::vector<ShownAs> read_styles(xml::Reader reader) {
  std::map<int, ShownAs> formats;
  std::vector<ShownAs> styles;
  bool cell_formats = false;
  for (Piece piece = reader.next(); piece != Piece::end; piece = reader.next()) {
    if (piece == Piece::text) continue;
    if (reader.name() == "cellXfs") cell_formats = piece == Piece::open;
    if (piece != Piece::open) continue;
    if (reader.name() == "numFmt") {
      const std::string* code = reader.attribute("formatCode");
      if (code != nullptr && formats.size() < k_styles_max) formats[number_of(reader.attribute("numFmtId"))] = shown_as(*code);
    } else if (reader.name() == "xf" && cell_formats && styles.size() < k_styles_max) {
      const int id = number_of(reader.attribute("numFmtId"));
      const auto own = formats.find(id);
      styles.push_back(own != formats.end() ? own->second : built_in(id));
    }
  }
  return styles;
}

std::string shown_date(double number, ShownAs as) {
  if (as == ShownAs::time || (as == ShownAs::day && number >= 0 && number < 1)) {
    if (!(number >= 0 && number < 1)) return {};
    constexpr int seconds_of_day = 86'400;
    const int seconds = static_cast<int>(std::floor(number * seconds_of_day + 0.5)) % seconds_of_day;
    char text[16];
    std::snprintf(text, sizeof text, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    return text;
  }
  const std::optional<Date> day = serial_day(number);
  if (!day) return {};
  constexpr std::size_t year_length = 4, month_length = 7, day_length = 10;
  return day->text().substr(0, as == ShownAs::year ? year_length : as == ShownAs::month ? month_length : day_length);
}

}  // namespace laoyou::record::xlsx
