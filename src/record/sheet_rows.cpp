#include "record/sheet_rows.h"

namespace laoyou::record {
namespace {

int find_column(const std::vector<RowColumn>& columns, std::string_view header) {
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (columns[i].name == header || columns[i].entry->zh == header || columns[i].entry->en == header) return static_cast<int>(i);
  return -1;
}

Refusal unknown_column(std::string_view header, const std::vector<RowColumn>& columns) {
  std::vector<std::string> known;
  for (const RowColumn& column : columns) {
    known.push_back(column.name);
    known.push_back(column.entry->zh);
  }
  const std::string near = nearest(header, known);
  return refuse("sheet.unknown_column", {std::string(header), near.empty() ? "" : message("hint.nearest", {near}, Language::zh)});
}

}  // namespace

std::vector<int> match_header(const Sheet& sheet, const std::vector<RowColumn>& columns, Refusals& refusals) {
  std::vector<int> positions(columns.size(), -1);
  for (std::size_t i = 0; i < sheet.header.size(); ++i) {
    const SheetCell& cell = sheet.header[i];
    const std::string place = cell_place(sheet.format, cell.line, cell.column);
    const int column = find_column(columns, trimmed(cell.text));
    if (column < 0)
      refusals.push_back(at(place, unknown_column(trimmed(cell.text), columns)));
    else if (positions[static_cast<std::size_t>(column)] >= 0)
      refusals.push_back(at(place, refuse("sheet.repeated_column", {cell.text})));
    else
      positions[static_cast<std::size_t>(column)] = static_cast<int>(i);
  }
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (columns[i].required && positions[i] < 0)
      refusals.push_back(at(cell_place(sheet.format, 1, 1), refuse("sheet.missing_column", {columns[i].entry->zh + " " + columns[i].name})));
  return positions;
}

std::vector<SheetColumn> sheet_columns(const std::vector<RowColumn>& columns) {
  std::vector<SheetColumn> out;
  for (const RowColumn& column : columns) {
    std::string note = column.required ? "必填" : "";
    if (!column.entry->unit.empty()) note += (note.empty() ? "单位：" : "；单位：") + column.entry->unit;
    if (!column.entry->source.empty()) note += (note.empty() ? "来源：" : "；来源：") + column.entry->source;
    out.push_back({column.entry->zh, note});
  }
  return out;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view wide_space = "\xE3\x80\x80";
  while (true) {
    if (text.starts_with(' ') || text.starts_with('\t') || text.starts_with('\n') || text.starts_with('\r'))
      text.remove_prefix(1);
    else if (text.ends_with(' ') || text.ends_with('\t') || text.ends_with('\n') || text.ends_with('\r'))
      text.remove_suffix(1);
    else if (text.starts_with(wide_space))
      text.remove_prefix(wide_space.size());
    else if (text.ends_with(wide_space))
      text.remove_suffix(wide_space.size());
    else
      return text;
  }
}

std::vector<std::string> split_list(std::string_view text) {
  constexpr std::string_view wide_semicolon = "；";
  std::string plain;
  for (std::size_t i = 0; i < text.size();) {
    const bool wide = text.substr(i).starts_with(wide_semicolon);
    plain += wide ? ';' : text[i];
    i += wide ? wide_semicolon.size() : 1;
  }
  std::vector<std::string> parts;
  for (std::size_t start = 0; start <= plain.size();) {
    const std::size_t end = std::min(plain.find(';', start), plain.size());
    const std::string_view part = trimmed(std::string_view(plain).substr(start, end - start));
    if (!part.empty()) parts.emplace_back(part);
    start = end + 1;
  }
  return parts;
}

}  // namespace laoyou::record
