#include "base/csv.h"

#include <algorithm>

#include "base/decoded_text.h"
#include "base/shown_text.h"
#include "base/utf8.h"

namespace laoyou {
namespace {

/// The first line that shows something: the header, or "sep=;".
std::string_view first_line(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    if (const std::string_view line = text.substr(0, end); !trimmed(line).empty()) return line;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return {};
}

/// The separator that a line "sep=;" names; empty when the line is another.
std::string_view named_separator(std::string_view line) {
  if (line.size() > 2 && line.front() == '"' && line.back() == '"') line = line.substr(1, line.size() - 2);
  const bool named = line.size() > 4 && (line.starts_with("sep=") || line.starts_with("SEP=") || line.starts_with("Sep="));
  if (!named || line.size() > 8 || !std::all_of(line.begin() + 5, line.end(), continues_character)) return {};
  return line.substr(4);
}

/// The separator of a header: what stands outside quotes.
std::string_view header_separator(std::string_view header) {
  constexpr std::string_view known[] = {",", "\t", ";", "，"};
  std::size_t counts[std::size(known)] = {};
  bool quoted = false;
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (header[i] == '"') quoted = !quoted;
    for (std::size_t k = 0; !quoted && k < std::size(known); ++k)
      if (header.substr(i).starts_with(known[k])) ++counts[k];
  }
  // Comma first: what this program writes has them, and labels may hold any of the others.
  if (counts[0] > 0) return known[0];
  const auto most = std::max_element(std::begin(counts), std::end(counts));
  return *most > 0 ? known[most - std::begin(counts)] : known[0];
}

bool shows_something(const CsvRow& row) {
  return std::any_of(row.begin(), row.end(), [](const CsvCell& cell) { return !trimmed(cell.text).empty(); });
}

/// Walks the text and keeps count of line and column.
class CsvReader {
 public:
  CsvReader(std::string_view text, std::size_t columns_max) : text_(text), columns_max_(columns_max) {
    const std::string_view line = first_line(text_);
    separator_ = named_separator(line);
    if (separator_.empty())
      separator_ = header_separator(line);
    else
      while (position_ < text_.size() && text_.data() + position_ < line.data() + line.size()) step();
  }

  std::optional<Refusal> read(const std::function<std::optional<Refusal>(CsvRow&)>& take) {
    CsvRow row;
    while (position_ < text_.size()) {
      row.clear();
      if (const auto refusal = read_row(row)) return refusal;
      if (!shows_something(row)) continue;
      if (const auto refusal = take(row)) return refusal;
    }
    return std::nullopt;
  }

 private:
  std::optional<Refusal> read_row(CsvRow& row) {
    while (true) {
      CsvCell cell{{}, line_, column_};
      if (const auto refusal = peek() == '"' ? read_quoted(cell) : read_plain(cell)) return refusal;
      if (row.size() < columns_max_ || (row.size() == columns_max_ && !trimmed(cell.text).empty())) row.push_back(std::move(cell));
      if (position_ >= text_.size()) return std::nullopt;
      if (at_separator()) {
        for (std::size_t i = 0; i < separator_.size(); ++i) step();
        continue;
      }
      end_line();
      return std::nullopt;
    }
  }

  std::optional<Refusal> read_plain(CsvCell& cell) {
    const std::size_t begin = position_;
    while (position_ < text_.size() && !at_separator() && peek() != '\n' && peek() != '\r' && peek() != '"') step();
    if (peek() == '"') return place(refuse("csv.stray_quote"));
    cell.text.assign(text_, begin, position_ - begin);
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
        const bool ended = position_ >= text_.size() || at_separator() || peek() == '\n' || peek() == '\r';
        if (!ended) return place(refuse("csv.stray_quote"));
        return std::nullopt;
      }
    }
    return open;
  }

  bool at_separator() const { return peek() == separator_.front() && text_.substr(position_).starts_with(separator_); }

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
  std::size_t columns_max_;
  std::string_view separator_;
  std::size_t position_ = 0;
  int line_ = 1;
  int column_ = 1;
};

bool looks_like_formula(std::string_view text) {
  // OWASP, CSV injection: the signs that begin a formula, and the blanks that spreadsheets take off before looking.
  // Chinese and Japanese spreadsheets take the full-width signs for them as well.
  for (std::string_view wide : {"＝", "＋", "－", "＠"})
    if (text.starts_with(wide)) return true;
  // What shows nothing is no formula, whatever blanks it is made of.
  if (trimmed(text).empty() || std::string_view("=+-@\t\r\n").find(text.front()) == std::string_view::npos) return false;
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

std::optional<Refusal> each_csv_row(std::string_view bytes, std::size_t columns_max, const std::function<std::optional<Refusal>(CsvRow&)>& take) {
  std::string storage;
  const Result<std::string_view> text = decoded_text(bytes, storage);
  if (!text) return text.error();
  return CsvReader(*text, columns_max).read(take);
}

Result<std::vector<CsvRow>> read_csv(std::string_view bytes) {
  std::vector<CsvRow> rows;
  const auto refusal = each_csv_row(bytes, std::string_view::npos, [&](CsvRow& row) -> std::optional<Refusal> {
    rows.push_back(std::move(row));
    return std::nullopt;
  });
  if (refusal) return *refusal;
  return rows;
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
