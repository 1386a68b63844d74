#include "feeds/read_delivery.h"

#include <algorithm>
#include <set>

#include "base/shown_text.h"
#include "collection/import_rows.h"
#include "collection/sheet_row.h"
#include "record/sheet_refusals.h"

namespace laoyou::feeds {
namespace {

/// The feed's columns as the register's: all must stand in the header, none need be filled.
std::vector<record::RowColumn> columns_of(const collection::Collection& residents, const Feed& feed) {
  std::vector<record::RowColumn> columns = collection::sheet_columns_of(residents, false);
  std::erase_if(columns, [&](const record::RowColumn& column) {
    return std::none_of(feed.columns.begin(), feed.columns.end(), [&](const FeedColumn& each) { return each.field == column.name; });
  });
  for (record::RowColumn& column : columns) {
    column.required = true;
    column.needed = false;
  }
  return columns;
}

std::vector<collection::MappedColumn> mapping_of(const Feed& feed) {
  std::vector<collection::MappedColumn> mapping;
  for (const FeedColumn& column : feed.columns) mapping.push_back({column.header, column.field, column.day_form, column.codes});
  return mapping;
}

/// A row without their number is still about somebody, as long as it has a name: what it says stands for the number, so that the same row again is the same.
void take_key(const Feed& feed, std::size_t name_position, const collection::Collection& residents, DeliveredRow& row, std::set<std::string>& keys) {
  const bool named = std::any_of(row.given.begin(), row.given.end(), [&](const auto& each) { return each.first == name_position; });
  if (row.key.empty() && !named) return row.refusals.push_back(at(row.place, refuse("feeds.key_missing", {feed.key})));
  row.keyless = row.key.empty();
  if (row.keyless) row.key = given_text(residents, row.given);
  if (!keys.insert(row.key).second) row.refusals.push_back(at(row.place, refuse("feeds.key_repeated", {feed.key})));
}

/// Of the refusals, that of the identity number at `place` keeps no row out that has a name; its other fields are as good as any.
void take_wrong_number(const record::Sheet& sheet, const record::SheetRow& row, const std::string& place, DeliveredRow& out) {
  const auto wrong = std::find_if(out.refusals.begin(), out.refusals.end(), [&](const Refusal& each) { return each.place == place; });
  if (place.empty() || wrong == out.refusals.end()) return;
  const auto cell = std::find_if(row.begin(), row.end(), [&](const record::SheetCell& each) { return sheet.place(each.line, each.column) == place; });
  if (cell == row.end()) return;
  out.wrong_number.emplace(trimmed(cell->text), *wrong);
  out.refusals.erase(wrong);
}

}  // namespace

CheckedResult<std::vector<DeliveredRow>> read_delivery(const collection::Desk& desk, const Feed& feed, record::Sheet& sheet) {
  const std::vector<record::RowColumn> columns = columns_of(desk.collection, feed);
  const std::vector<collection::MappedColumn> mapping = mapping_of(feed);  // the book looks at it as long as it lives
  const collection::MappedBook book(sheet, mapping, desk.collection);
  Refusals unfit;
  const record::MatchedSheet matched = record::match_sheet(sheet, columns, unfit);
  if (!unfit.empty()) return record::shown_refusals(std::move(unfit));
  const std::vector<std::string>& header = book.header(*matched.sheet);
  const auto key = std::find_if(header.begin(), header.end(), [&](const std::string& label) { return trimmed(label) == feed.key; });
  if (key == header.end()) return Refusals{refuse("feeds.key_unknown", {feed.key})};
  const auto key_position = static_cast<std::size_t>(key - header.begin());
  const std::size_t name_position = desk.collection.position("name"), number_position = desk.collection.position("id_number");
  std::vector<DeliveredRow> rows;
  std::set<std::string> keys;
  desk.services.store.read([&](store::Snapshot& snapshot) {
    collection::SheetRowReader reader(desk, snapshot, matched, book, columns);
    for (const record::SheetRow& row : matched.sheet->rows) {
      collection::SheetRowCells cells = reader.read(row);
      DeliveredRow& out = rows.emplace_back();
      out.line = cells.line;
      out.place = matched.sheet->place(cells.line, static_cast<int>(key_position) + 1);
      if (key_position < row.size()) out.key = trimmed(row[key_position].text);
      out.refusals = std::move(cells.refusals);
      take_wrong_number(*matched.sheet, row, cells.places[number_position], out);
      for (std::size_t position = 0; position < cells.cells.size(); ++position)
        if (cells.cells[position] && !absent(*cells.cells[position])) out.given.emplace_back(position, std::move(*cells.cells[position]));
      take_key(feed, name_position, desk.collection, out, keys);
      out.missing = static_cast<std::int32_t>(columns.size()) - static_cast<std::int32_t>(out.given.size());
    }
  });
  return rows;
}

}  // namespace laoyou::feeds
