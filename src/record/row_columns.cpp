#include "record/row_columns.h"

#include <map>

namespace laoyou::record {
namespace {

int find_column(const std::vector<RowColumn>& columns, std::string_view header) {
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (columns[i].name == header || columns[i].zh == header || columns[i].en == header) return static_cast<int>(i);
  return -1;
}

Refusal unknown_column(std::string_view header, const std::vector<RowColumn>& columns) {
  std::vector<std::string> known;
  for (const RowColumn& column : columns) {
    known.push_back(column.zh);
    known.push_back(column.name);
  }
  if (const std::string sign = invisible_sign(header); !sign.empty()) return refuse("sheet.invisible_sign", {sign});
  const std::string near = nearest(header, known);
  if (near.empty()) return refuse("sheet.unknown_column", {std::string(header)});
  return refuse("sheet.mistyped_column", {std::string(header), near});
}

}  // namespace

void name_apart(std::vector<RowColumn>& columns) {
  std::map<std::string, int> zh_seen, en_seen;
  for (const RowColumn& column : columns) {
    ++zh_seen[column.zh];
    ++en_seen[column.en];
  }
  for (RowColumn& column : columns) {
    if (zh_seen[column.zh] == 1 && en_seen[column.en] == 1) continue;
    column.zh = column.outer_zh + column.zh;
    column.en = column.outer_en + column.en;
  }
}

std::vector<int> match_header(const Sheet& sheet, const std::vector<RowColumn>& columns, Refusals& refusals) {
  std::vector<int> positions(columns.size(), -1);
  for (std::size_t i = 0; i < sheet.header.size(); ++i) {
    const SheetCell& cell = sheet.header[i];
    const std::string_view label = trimmed(cell.text);
    if (label.empty()) continue;
    const std::string place = sheet.place(cell.line, cell.column);
    const int column = find_column(columns, label);
    if (column < 0)
      refusals.push_back(at(place, unknown_column(label, columns)));
    else if (positions[static_cast<std::size_t>(column)] >= 0)
      refusals.push_back(at(place, refuse("sheet.repeated_column", {std::string(label)})));
    else
      positions[static_cast<std::size_t>(column)] = static_cast<int>(i);
  }
  const SheetCell& first = sheet.header.front();
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (columns[i].required && positions[i] < 0)
      refusals.push_back(at(sheet.place(first.line, first.column), refuse("sheet.missing_column", {columns[i].zh + " " + columns[i].name})));
  return positions;
}

std::vector<SheetColumn> sheet_columns(const std::vector<RowColumn>& columns) {
  std::vector<SheetColumn> out;
  for (const RowColumn& column : columns) {
    std::string note = column.required ? "必填" : "";
    if (!column.entry->unit.empty()) note += (note.empty() ? "单位：" : "；单位：") + column.entry->unit;
    if (!column.entry->source.empty()) note += (note.empty() ? "来源：" : "；来源：") + column.entry->source;
    out.push_back({column.zh, note});
  }
  return out;
}

}  // namespace laoyou::record
