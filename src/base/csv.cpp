#include "base/csv.h"

#include <algorithm>
#include <optional>

namespace laoyou {
namespace {

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// Walks the text and keeps count of line and column.
class CsvReader {
 public:
  explicit CsvReader(std::string_view text) : text_(text) {}

  Result<std::vector<CsvRow>> read() {
    std::vector<CsvRow> rows;
    while (position_ < text_.size()) {
      CsvRow row;
      if (const auto refusal = read_row(row)) return *refusal;
      const bool empty = row.size() == 1 && row[0].text.empty();
      if (!empty) rows.push_back(std::move(row));
    }
    return rows;
  }

 private:
  std::optional<Refusal> read_row(CsvRow& row) {
    while (true) {
      CsvCell cell{{}, line_, column_};
      if (const auto refusal = peek() == '"' ? read_quoted(cell) : read_plain(cell)) return refusal;
      row.push_back(std::move(cell));
      if (position_ >= text_.size()) return std::nullopt;
      if (peek() == ',') {
        step();
        continue;
      }
      end_line();
      return std::nullopt;
    }
  }

  std::optional<Refusal> read_plain(CsvCell& cell) {
    while (position_ < text_.size() && peek() != ',' && peek() != '\n' && peek() != '\r') {
      if (peek() == '"') return place(refuse("csv.stray_quote"));
      cell.text += step();
    }
    return std::nullopt;
  }

  std::optional<Refusal> read_quoted(CsvCell& cell) {
    const Refusal open = place(refuse("csv.open_quote"));
    step();
    while (position_ < text_.size()) {
      const char c = step();
      if (c != '"') {
        cell.text += c;
      } else if (position_ < text_.size() && peek() == '"') {
        cell.text += step();
      } else {
        const bool ended = position_ >= text_.size() || peek() == ',' || peek() == '\n' || peek() == '\r';
        if (!ended) return place(refuse("csv.stray_quote"));
        return std::nullopt;
      }
    }
    return open;
  }

  char peek() const { return position_ < text_.size() ? text_[position_] : '\0'; }

  char step() {
    const char c = text_[position_++];
    if (c == '\n') {
      ++line_;
      column_ = 1;
    } else if (position_ >= text_.size() || !continues_character(text_[position_])) {
      ++column_;
    }
    return c;
  }

  /// CR LF, LF, or the lone CR of old spreadsheets.
  void end_line() {
    if (step() != '\r') return;
    if (peek() == '\n') {
      step();
    } else {
      ++line_;
      column_ = 1;
    }
  }

  Refusal place(Refusal refusal) const { return at(std::to_string(line_) + ":" + std::to_string(column_), std::move(refusal)); }

  std::string_view text_;
  std::size_t position_ = 0;
  int line_ = 1;
  int column_ = 1;
};

bool looks_like_formula(std::string_view text) {
  // OWASP, CSV injection: the signs that begin a formula, and the blanks that spreadsheets take off before looking.
  if (text.empty() || std::string_view("=+-@\t\r\n").find(text.front()) == std::string_view::npos) return false;
  // A lone minus and a negative number are no formula.
  const bool number = text.front() == '-' && text.find_first_not_of("0123456789.", 1) == std::string_view::npos;
  return !number;
}

/// A formula, also behind apostrophes that were typed: those get one more, so that taking one off gives back what was typed.
bool needs_guard(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of('\''), text.size()));
  return looks_like_formula(text);
}

}  // namespace

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead >= 0xC2 && lead < 0xE0 ? 2 : lead >= 0xE0 && lead < 0xF0 ? 3 : lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
    if (lead == 0 || length == 0 || i + length > text.size()) return false;
    for (std::size_t k = 1; k < length; ++k)
      if (!continues_character(text[i + k])) return false;
    const auto second = length > 1 ? static_cast<unsigned char>(text[i + 1]) : 0;
    // Overlong forms, surrogates and values above U+10FFFF.
    if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) || (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F))
      return false;
    i += length;
  }
  return true;
}

Result<std::vector<CsvRow>> read_csv(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (!is_utf8(text)) {
    int line = 1;
    for (std::size_t start = 0; start < text.size(); ++line) {
      const std::size_t end = std::min(text.find('\n', start), text.size());
      if (!is_utf8(text.substr(start, end - start))) break;
      start = end + 1;
    }
    return at(std::to_string(line) + ":1", refuse("text.not_utf8"));
  }
  return CsvReader(text).read();
}

std::string csv_cell(std::string_view text) {
  std::string guarded = needs_guard(text) ? "'" + std::string(text) : std::string(text);
  if (guarded.find_first_of(",\"\r\n") == std::string::npos) return guarded;
  std::string quoted = "\"";
  for (char c : guarded) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

std::string_view without_formula_guard(std::string_view text) {
  if (text.size() > 1 && text.front() == '\'' && needs_guard(text.substr(1))) text.remove_prefix(1);
  return text;
}

}  // namespace laoyou
