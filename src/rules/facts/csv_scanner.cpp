#include "rules/facts/csv_scanner.h"

#include <algorithm>

#include "base/shown_text.h"
#include "base/utf8.h"

namespace laoyou::rules {
namespace {

constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";

bool ends_cell(char c) { return c == ',' || c == '\n' || c == '\r'; }

/// Cheap, as every cell is asked: letters and digits at both ends are no blanks.
bool may_have_blanks(std::string_view text) {
  const auto visible = [](char c) { return c > ' ' && c <= '~'; };
  return !text.empty() && !(visible(text.front()) && visible(text.back()));
}

}  // namespace

CsvScanner::CsvScanner(std::string_view text) : text_(text), offset_(text.starts_with(k_byte_order_mark) ? k_byte_order_mark.size() : 0) {}

bool CsvScanner::refuse_at(std::size_t offset, std::string_view code) {
  refusals_.push_back(at(place(text_, offset), refuse(code)));
  return false;
}

void CsvScanner::end_line() {
  if (offset_ < text_.size() && text_[offset_] == '\r') ++offset_;
  if (offset_ < text_.size() && text_[offset_] == '\n') ++offset_;
}

bool CsvScanner::next(std::vector<ScannedCell>& cells) {
  while (offset_ < text_.size() && (text_[offset_] == '\n' || text_[offset_] == '\r')) ++offset_;
  cells.clear();
  unquoted_.clear();
  if (offset_ >= text_.size() || !refusals_.empty()) return false;
  for (;;) {
    if (!read_cell(cells)) return false;
    if (offset_ >= text_.size() || text_[offset_] != ',') break;
    ++offset_;
  }
  end_line();
  return true;
}

bool CsvScanner::next_shown(std::vector<ScannedCell>& cells) {
  while (next(cells)) {
    bool blank = true;
    for (ScannedCell& cell : cells) {
      if (may_have_blanks(cell.text)) cell.text = trimmed(cell.text);
      blank = blank && cell.text.empty();
    }
    if (!blank) return true;
  }
  return false;
}

bool CsvScanner::read_cell(std::vector<ScannedCell>& cells) {
  if (offset_ < text_.size() && text_[offset_] == '"') return read_quoted(cells);
  const char* const begin = text_.data() + offset_;
  const char* const end = text_.data() + text_.size();
  const char* here = begin;
  while (here != end && !ends_cell(*here) && *here != '"') ++here;
  cells.push_back({{begin, static_cast<std::size_t>(here - begin)}, offset_});
  offset_ = static_cast<std::size_t>(here - text_.data());
  return here == end || *here != '"' || refuse_at(offset_, "csv.stray_quote");
}

bool CsvScanner::read_quoted(std::vector<ScannedCell>& cells) {
  const std::size_t start = offset_;
  std::size_t close = text_.find('"', start + 1);
  std::string* copy = nullptr;
  for (std::size_t from = start + 1; close != std::string_view::npos && text_.substr(close + 1).starts_with('"'); close = text_.find('"', from)) {
    if (copy == nullptr) copy = &unquoted_.emplace_back();
    copy->append(text_.substr(from, close + 1 - from));
    from = close + 2;
    offset_ = from;
  }
  if (close == std::string_view::npos) return refuse_at(start, "csv.open_quote");
  const std::size_t rest = copy == nullptr ? start + 1 : offset_;
  if (copy != nullptr) copy->append(text_.substr(rest, close - rest));
  cells.push_back({copy != nullptr ? std::string_view(*copy) : text_.substr(rest, close - rest), start});
  offset_ = close + 1;
  return offset_ >= text_.size() || ends_cell(text_[offset_]) || refuse_at(offset_, "csv.stray_quote");
}

std::string CsvScanner::place(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  std::size_t line = 1, line_start = text.starts_with(k_byte_order_mark) ? k_byte_order_mark.size() : 0;
  for (std::size_t i = 0; i < before.size(); ++i) {
    const bool lone_return = before[i] == '\r' && (i + 1 >= text.size() || text[i + 1] != '\n');
    if (before[i] != '\n' && !lone_return) continue;
    ++line;
    line_start = i + 1;
  }
  const std::string_view in_line = before.substr(std::min(line_start, before.size()));
  return std::to_string(line) + ":" + std::to_string(character_count(in_line) + 1);
}

}  // namespace laoyou::rules
