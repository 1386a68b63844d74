#include "engines/draw/table.h"

#include <algorithm>
#include <charconv>

#include "base/nearest.h"
#include "base/utf8.h"

namespace laoyou::draw {
namespace {

const std::string k_nothing;
constexpr std::size_t k_quoted = 40;  // bytes of a wrong text that a refusal repeats

std::string shown_beginning(std::string_view text) { return std::string(laoyou::beginning(text, k_quoted)); }

}  // namespace

bool publishable(std::string_view text) {
  if (!text.empty() && (text.front() == ' ' || text.back() == ' ')) return false;
  return is_utf8(text) && std::none_of(text.begin(), text.end(), [](unsigned char byte) { return byte < 0x20 || byte == 0x7f; });
}

std::string joined(const std::vector<std::string>& names, std::string_view mark) {
  std::string text;
  for (const std::string& name : names) {
    if (&name != &names.front()) text += mark;
    text += name;
  }
  return text;
}

Table Table::from_csv(std::string_view file, std::string_view csv, std::vector<Column> columns, Refusals& wrong) {
  Table table;
  table.file_ = file;
  table.columns_ = std::move(columns);
  table.positions_.assign(table.columns_.size(), -1);
  auto rows = read_csv(csv);
  if (!rows) {
    wrong.push_back(at(table.file_ + ":", rows.error()));
    return table;
  }
  if (rows->empty()) rows->push_back({});
  table.take_header(rows->front(), wrong);
  const std::size_t width = rows->front().size();
  rows->erase(rows->begin());
  table.rows_ = std::move(*rows);
  for (std::size_t row = 0; row < table.rows_.size(); ++row) {
    const CsvRow& cells = table.rows_[row];
    if (cells.size() <= width) continue;
    wrong.push_back(at(table.file_ + ":" + std::to_string(cells[width].line) + ":" + std::to_string(cells[width].column), refuse("draw.row_too_long", {std::to_string(width)})));
  }
  return table;
}

void Table::take_header(const CsvRow& header, Refusals& wrong) {
  std::vector<std::string> known;
  for (const Column& column : columns_) known.push_back(column.name);
  for (std::size_t cell = 0; cell < header.size(); ++cell) {
    const std::string cell_place = file_ + ":" + std::to_string(header[cell].line) + ":" + std::to_string(header[cell].column);
    const auto found = std::find(known.begin(), known.end(), header[cell].text);
    if (found == known.end()) {
      const std::string near = nearest(header[cell].text, known);
      wrong.push_back(at(cell_place, near.empty() ? refuse("sheet.unknown_column", {shown_beginning(header[cell].text), ""}) : refuse("sheet.mistyped_column", {shown_beginning(header[cell].text), near})));
      continue;
    }
    int& position = positions_[static_cast<std::size_t>(found - known.begin())];
    if (position >= 0) wrong.push_back(at(cell_place, refuse("sheet.repeated_column", {header[cell].text})));
    position = static_cast<int>(cell);
  }
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    if (columns_[column].needed && positions_[column] < 0) wrong.push_back(at(file_ + ":1:1", refuse("sheet.missing_column", {columns_[column].name})));
  }
}

Table Table::from_published(std::string_view file, std::string_view text, std::vector<Column> columns, Refusals& wrong) {
  Table table;
  table.file_ = file;
  table.columns_ = std::move(columns);
  int width = 0;
  for (const Column& column : table.columns_) table.positions_.push_back(column.published ? width++ : -1);
  for (int line = 1; !text.empty(); ++line) {
    const std::size_t end = text.find('\n');
    CsvRow row;
    int start = 1;
    for (std::string_view rest = text.substr(0, end);;) {
      const std::size_t tab = rest.find('\t');
      row.push_back({std::string(rest.substr(0, tab)), line, start});
      if (tab == std::string_view::npos) break;
      start += static_cast<int>(tab) + 1;
      rest.remove_prefix(tab + 1);
    }
    if (end == std::string_view::npos || row.size() != static_cast<std::size_t>(width)) {
      wrong.push_back(at(table.file_ + ":" + std::to_string(line) + ":1", refuse("draw.line_malformed", {std::to_string(width)})));
      break;
    }
    table.rows_.push_back(std::move(row));
    text.remove_prefix(end + 1);
  }
  return table;
}

int Table::position(std::string_view column) const {
  for (std::size_t index = 0; index < columns_.size(); ++index) {
    if (columns_[index].name == column) return positions_[index];
  }
  return -1;
}

bool Table::needed(std::string_view column) const {
  return std::any_of(columns_.begin(), columns_.end(), [column](const Column& each) { return each.name == column && each.needed; });
}

const std::string& Table::raw(std::size_t row, std::string_view column) const {
  const int cell = position(column);
  return cell < 0 || static_cast<std::size_t>(cell) >= rows_[row].size() ? k_nothing : rows_[row][static_cast<std::size_t>(cell)].text;
}

std::string Table::place(std::size_t row, std::string_view column) const {
  const int cell = position(column);
  const CsvCell& stands = rows_[row][cell < 0 || static_cast<std::size_t>(cell) >= rows_[row].size() ? 0 : static_cast<std::size_t>(cell)];
  return file_ + ":" + std::to_string(stands.line) + ":" + std::to_string(stands.column);
}

std::string Table::text(std::size_t row, std::string_view column, Refusals& wrong) const {
  const std::string& found = raw(row, column);
  // A column that is missing altogether has been noted once, with the header.
  if (found.empty() && needed(column) && position(column) >= 0) wrong.push_back(at(place(row, column), refuse("draw.cell_empty", {std::string(column)})));
  if (!publishable(found)) wrong.push_back(at(place(row, column), refuse("draw.text_refused", {std::string(column)})));
  return found;
}

std::string Table::name(std::size_t row, std::string_view column, Refusals& wrong) const {
  std::string found = text(row, column, wrong);
  if (found.find_first_of(",;") != std::string::npos) wrong.push_back(at(place(row, column), refuse("draw.name_refused", {shown_beginning(found)})));
  return found;
}

std::vector<std::string> Table::names(std::size_t row, std::string_view column, Refusals& wrong) const {
  std::vector<std::string> result;
  std::string_view rest = raw(row, column);
  while (!rest.empty()) {
    const std::size_t end = rest.find(';');
    const std::string_view name = rest.substr(0, end);
    if (name.empty() || !publishable(name) || name.find(',') != std::string_view::npos) {
      wrong.push_back(at(place(row, column), refuse("draw.name_refused", {publishable(name) ? shown_beginning(name) : std::string(column)})));
      return {};
    }
    result.emplace_back(name);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

int Table::number(std::size_t row, std::string_view column, int least, int most, int absent, Refusals& wrong) const {
  const std::string& found = raw(row, column);
  if (found.empty() && !needed(column)) return absent;
  if (position(column) < 0) return absent;
  int value = 0;
  const char* const end = found.data() + found.size();
  const auto parsed = std::from_chars(found.data(), end, value);
  if (parsed.ec == std::errc() && parsed.ptr == end && value >= least && value <= most) return value;
  wrong.push_back(at(place(row, column), refuse("draw.number_expected", {publishable(found) ? shown_beginning(found) : "", std::to_string(least), std::to_string(most)})));
  return absent;
}

std::string Table::hash(std::size_t row, std::string_view column, Refusals& wrong) const {
  const std::string& found = raw(row, column);
  const bool hexadecimal = found.size() == 64 && found.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (!hexadecimal && position(column) >= 0) wrong.push_back(at(place(row, column), refuse("draw.hash_expected")));
  return found;
}

}  // namespace laoyou::draw
