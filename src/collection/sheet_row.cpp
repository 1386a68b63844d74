#include "collection/sheet_row.h"

#include "collection/place_checks.h"

namespace laoyou::collection {
namespace {

bool digits(const std::string& text) { return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos; }

}  // namespace

SheetRowReader::SheetRowReader(const Desk& desk, const store::Snapshot& snapshot, const record::MatchedSheet& matched, const MappedBook& book,
                               const std::vector<record::RowColumn>& columns)
    : desk_(desk), snapshot_(snapshot), matched_(matched), book_(book) {
  for (const record::RowColumn& column : columns) fields_.push_back(desk.collection.position(column.name));
}

SheetRowCells SheetRowReader::read(const record::SheetRow& row) {
  const std::size_t count = desk_.collection.fields.size();
  SheetRowCells out{row.front().line, std::vector<std::optional<Cell>>(count), std::vector<std::string>(count), {}, false};
  const record::Sheet& sheet = *matched_.sheet;
  refuse_cells_without_header(row, out.refusals);
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    const int position = matched_.positions[i];
    if (position < 0) continue;
    const Field& field = desk_.collection.fields[fields_[i]];
    const auto index = static_cast<std::size_t>(position);
    const record::SheetCell* cell = index < row.size() ? &row[index] : nullptr;
    const std::string place = sheet.place(out.line, cell != nullptr && cell->column > 0 ? cell->column : position + 1);
    out.places[fields_[i]] = place;
    out.cells[fields_[i]] = Cell();
    if (cell == nullptr || trimmed(cell->text).empty()) {
      if (cell != nullptr && sheet.merged.contains({cell->line, cell->column})) out.refusals.push_back(at(place, refuse("sheet.merged_cell")));
      continue;
    }
    out.filled = true;
    Result<std::optional<Cell>> value = read_cell(field, book_.cell(sheet, index, *cell));
    if (value)
      out.cells[fields_[i]] = std::move(*value);
    else
      out.refusals.push_back(Refusal(value.error().code, place, value.error().words));
  }
  return out;
}

/// A value under no header would be lost, unless its column is left out on purpose.
void SheetRowReader::refuse_cells_without_header(const record::SheetRow& row, Refusals& refusals) const {
  const record::Sheet& sheet = *matched_.sheet;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const bool headed = i < sheet.header.size() && !trimmed(sheet.header[i].text).empty();
    if (headed || trimmed(row[i].text).empty() || book_.left_out(sheet, i)) continue;
    refusals.push_back(at(sheet.place(row[i].line, row[i].column), refuse("sheet.too_many_cells")));
    return;
  }
}

Result<std::optional<Cell>> SheetRowReader::read_cell(const Field& field, const record::SheetCell& cell) {
  if (auto unreadable = record::unreadable_cell(cell)) return *unreadable;
  const std::string text(trimmed(cell.text));
  Result<Cell> read = field.codec->read_sheet == nullptr         ? Result<Cell>(refuse("records.not_writable", {field.entry->zh}))
                      : field.codec->kind == "region"            ? region_cell(field, text)
                      : !field.references.empty() && field.name != "id" ? reference_cell(field, text)
                      : field.codec->number                      ? number_cell(field, cell)
                                                                 : field.codec->read_sheet(cell, nullptr);
  if (!read) return read.error();
  // Told here and not only by the store, so that a look without storing says it too.
  if (field.name == "region")
    if (const std::string& code = std::get<std::string>(*read); !desk_.acting.scope.region().contains(RegionCode::parse(code).value())) return refuse("scope.outside", {code});
  return std::optional<Cell>(std::move(*read));
}

Result<Cell> SheetRowReader::number_cell(const Field& field, const record::SheetCell& cell) {
  const record::TypedNumber number = record::typed_number(trimmed(cell.text));
  if (number.percent && field.entry->unit != "%") return refuse("sheet.percent", {std::string(trimmed(cell.text))});
  return field.codec->read_sheet(cell, &number);
}

Result<Cell> SheetRowReader::region_cell(const Field& field, std::string_view text) {
  const Result<RegionCode> region = find_place(desk_, field, text);
  if (!region) return region.error();
  return Cell(region->text());
}

Result<Cell> SheetRowReader::reference_cell(const Field& field, const std::string& text) {
  const auto known = looked_up_.find({field.references, text});
  if (known != looked_up_.end()) return known->second;
  const Collection* target = desk_.registers.find(field.references);
  Result<Cell> found = target != nullptr ? look_up(*target, text) : field.codec->read_text(text);
  looked_up_.emplace(std::pair(field.references, text), found);
  return found;
}

Result<Cell> SheetRowReader::look_up(const Collection& target, const std::string& text) const {
  const store::Table& table = snapshot_.catalog().table(target.record);
  std::vector<std::string> columns;
  if (target.key.size() == 1 && target.find(target.key.front())->codec->cell_kind == record::CellKind::text) columns.push_back(target.key.front());
  // By a name that lists show masked nobody is found who may not see it.
  const Field* title = target.title.empty() ? nullptr : target.find(target.title);
  if (title != nullptr && (!title->masked || (target.unmasks && desk_.acting.powers.has(*target.unmasks)))) columns.push_back(target.title);
  std::vector<std::int64_t> ids;
  const auto take = [&](store::Row row) { ids.push_back(std::get<std::int64_t>(row[target.position("id")])); };
  if (!columns.empty()) snapshot_.each_row(table, desk_.acting.scope, store::Filter().holds({columns, store::Comparison::equal, {Cell(text)}}).page(0, 2), take);
  if (ids.empty() && digits(text))
    if (const Result<std::int64_t> id = record::read_integer(text)) snapshot_.each_row(table, desk_.acting.scope, store::Filter().equals("id", Cell(*id)), take);
  if (ids.size() > 1) return refuse("records.name_of_several", {text});
  if (ids.empty()) return refuse("records.no_such_record", {text, target.label.zh});
  return Cell(ids.front());
}

}  // namespace laoyou::collection
