#include "rules/facts/csv_header.h"

#include <algorithm>

#include "rules/text/lexer.h"
#include "rules/value/unit.h"

namespace laoyou::rules {
namespace {

std::optional<CsvCellType> plain_type(std::string_view name, int own_record) {
  constexpr std::pair<std::string_view, Kind> k_kinds[] = {
      {"boolean", Kind::boolean}, {"integer", Kind::integer}, {"money", Kind::money}, {"ratio", Kind::ratio}, {"date", Kind::date},
      {"period", Kind::period},   {"code", Kind::code},       {"region", Kind::region}, {"text", Kind::text},
  };
  if (name == "id") return CsvCellType{{Kind::id, static_cast<std::int16_t>(own_record)}};
  for (const auto& [written, kind] : k_kinds)
    if (written == name) return CsvCellType{{kind, -1}};
  return std::nullopt;
}

/// A unit as type: 元 and 万元 are money, % is a ratio, counting words are integers.
std::optional<CsvCellType> unit_type(std::string_view name) {
  const int unit = find_unit(name);
  if (unit < 0) return std::nullopt;
  const Unit& found = units()[static_cast<std::size_t>(unit)];
  if (found.kind == Kind::quantity) return CsvCellType{{Kind::quantity, static_cast<std::int16_t>(canonical_unit(unit))}};
  if (found.kind == Kind::money) return CsvCellType{{Kind::money, -1}, found.numerator};
  if (found.kind == Kind::integer && found.numerator == 1) return CsvCellType{{Kind::integer, -1}};
  return std::nullopt;
}

std::optional<CsvCellType> written_type(std::string_view name, const Schema& schema, const OwnRecord& own) {
  if (auto plain = plain_type(name, own.position)) return plain;
  if (name == own.name) return CsvCellType{{Kind::id, static_cast<std::int16_t>(own.position)}};
  if (auto unit = unit_type(name)) return unit;
  if (const int list = schema.find_code_list(name); list >= 0) return CsvCellType{{Kind::code, static_cast<std::int16_t>(list)}};
  if (const int record = schema.find_record(name); record >= 0) return CsvCellType{{Kind::id, static_cast<std::int16_t>(record)}};
  return std::nullopt;
}

std::string_view without_spaces(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

}  // namespace

CheckedResult<std::vector<CsvColumn>> read_csv_header(std::string_view text, const std::vector<ScannedCell>& header, const Schema& schema, const OwnRecord& own) {
  std::vector<CsvColumn> columns;
  Refusals refusals;
  const auto add = [&](const ScannedCell& cell, Refusal refusal) { refusals.push_back(at(CsvScanner::place(text, cell.offset), std::move(refusal))); };
  for (const ScannedCell& cell : header) {
    const std::size_t colon = cell.text.find(':');
    const std::string_view written = without_spaces(cell.text.substr(0, colon));
    const int field = own.known == nullptr ? -1 : own.known->find(written);
    CsvColumn column{field < 0 ? std::string(written) : own.known->fields[static_cast<std::size_t>(field)].name, {}, false, false, {}};
    if (!is_name(written)) add(cell, refuse("rules.column_name", {std::string(written)}));
    if (std::any_of(columns.begin(), columns.end(), [&](const CsvColumn& other) { return other.name == column.name; })) add(cell, refuse("sheet.repeated_column", {column.name}));
    if (colon != std::string_view::npos) {
      const std::string_view type = without_spaces(cell.text.substr(colon + 1));
      const auto found = written_type(type, schema, own);
      if (!found) add(cell, refuse("rules.column_type", {std::string(type)}));
      column.cells = found.value_or(CsvCellType{});
      column.open_codes = column.cells.type.kind == Kind::code && column.cells.type.detail < 0;
    } else if (field >= 0) {
      column.cells.type = own.known->fields[static_cast<std::size_t>(field)].type;
    } else if (column.name == "id" || column.name == "region") {
      column.cells = *plain_type(column.name, own.position);
    } else {
      column.cells.guessed = true;
    }
    columns.push_back(std::move(column));
  }
  if (!refusals.empty()) return refusals;
  return columns;
}

}  // namespace laoyou::rules
