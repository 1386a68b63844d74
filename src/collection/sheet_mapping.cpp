#include "collection/sheet_mapping.h"

#include <algorithm>

#include "base/shown_text.h"

namespace laoyou::collection {
namespace {

std::string trimmed_text(std::string_view text) { return std::string(trimmed(text)); }

/// The numbers of a text, between whatever parts them.
std::vector<int> numbers_of(std::string_view text) {
  std::vector<int> numbers;
  bool within = false;
  for (const char letter : text) {
    const bool digit = letter >= '0' && letter <= '9';
    if (digit && !within) numbers.push_back(0);
    if (digit && numbers.back() < 100'000'000) numbers.back() = 10 * numbers.back() + (letter - '0');
    within = digit;
  }
  return numbers;
}

}  // namespace

std::string day_text(std::string_view text, DayForm form) {
  if (form == DayForm::as_typed) return std::string(text);
  std::vector<int> numbers = numbers_of(text);
  int year = 0, month = 0, day = 0;
  if (form == DayForm::eight_digits) {
    if (numbers.size() != 1 || trimmed(text).size() != 8) return std::string(text);
    year = numbers[0] / 10'000;
    month = numbers[0] / 100 % 100;
    day = numbers[0] % 100;
  } else {
    if (numbers.size() < 3 || numbers[2] < 1000) return std::string(text);
    year = numbers[2];
    month = numbers[form == DayForm::month_day_year ? 0 : 1];
    day = numbers[form == DayForm::month_day_year ? 1 : 0];
  }
  const Result<Date> date = Date::from_calendar(year, month, day);
  return date ? date->text() : std::string(text);
}

MappedBook::MappedBook(record::Sheet& book, const std::vector<MappedColumn>& columns, const Collection& collection) {
  take(book, columns, collection);
  for (record::Sheet& other : book.others) take(other, columns, collection);
}

void MappedBook::take(record::Sheet& sheet, const std::vector<MappedColumn>& columns, const Collection& collection) {
  OfSheet& here = sheets_[&sheet];
  for (std::size_t i = 0; i < sheet.header.size(); ++i) {
    std::string& label = sheet.header[i].text;
    here.header.push_back(label);
    const std::string text = trimmed_text(label);
    const auto mapped = std::find_if(columns.begin(), columns.end(), [&](const MappedColumn& column) { return column.header == text; });
    if (text == k_problems_header || (mapped != columns.end() && mapped->field.empty())) {
      here.left_out.insert(i);
      label.clear();
    } else if (mapped != columns.end()) {
      if (const Field* field = collection.find(mapped->field)) label = field->sheet_zh;
      if (!mapped->codes.empty() || mapped->day_form != DayForm::as_typed) here.columns[i] = &*mapped;
    }
  }
}

record::SheetCell MappedBook::cell(const record::Sheet& sheet, std::size_t position, const record::SheetCell& cell) const {
  const OfSheet& here = sheets_.at(&sheet);
  const auto found = here.columns.find(position);
  if (found == here.columns.end()) return cell;
  record::SheetCell ours = cell;
  const std::string text = trimmed_text(cell.text);
  for (const MappedCode& code : found->second->codes)
    if (code.theirs == text) {
      ours.text = code.ours;
      return ours;
    }
  // What a workbook holds as a day is one already.
  if (cell.kind != record::SheetCellKind::day) ours.text = day_text(text, found->second->day_form);
  return ours;
}

Refusals check_mapping(const SheetMapping& mapping, const Collection& collection) {
  Refusals refusals;
  if (trimmed(mapping.name).empty()) refusals.push_back(at("/name", refuse("json.missing_field", {"name"})));
  std::set<std::string> fields, headers;
  for (std::size_t i = 0; i < mapping.columns.size(); ++i) {
    const MappedColumn& column = mapping.columns[i];
    const std::string place = "/columns/" + std::to_string(i);
    if (!headers.insert(column.header).second) refusals.push_back(at(place + "/header", refuse("sheet.repeated_column", {column.header})));
    if (column.field.empty()) continue;
    const Field* field = collection.find(column.field);
    if (field == nullptr || field->codec->read_sheet == nullptr || column.field == "version")
      refusals.push_back(at(place + "/field", refuse("records.not_writable", {column.field})));
    else if (!fields.insert(column.field).second)
      refusals.push_back(at(place + "/field", refuse("sheet.repeated_column", {field->entry->zh})));
  }
  return refusals;
}

const SheetMapping* best_mapping(const std::vector<SheetMapping>& all, const record::Sheet& sheet) {
  std::set<std::string> headers;
  for (const record::SheetCell& cell : sheet.header) headers.insert(trimmed_text(cell.text));
  const SheetMapping* best = nullptr;
  std::size_t best_known = 0;
  for (const SheetMapping& mapping : all) {
    const bool whole = std::all_of(mapping.columns.begin(), mapping.columns.end(), [&](const MappedColumn& column) { return column.field.empty() || headers.contains(column.header); });
    const auto known = static_cast<std::size_t>(std::count_if(mapping.columns.begin(), mapping.columns.end(), [&](const MappedColumn& column) { return headers.contains(column.header); }));
    if (whole && known > best_known) {
      best = &mapping;
      best_known = known;
    }
  }
  return best;
}

}  // namespace laoyou::collection
