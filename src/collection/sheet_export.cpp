#include "collection/sheet_export.h"

#include "collection/import_rows.h"

namespace laoyou::collection {
namespace {

constexpr std::int64_t k_rows_at_once = 5'000;  // a database may hand over no row before it has them all

/// What stands in one cell of an exported sheet, masked as lists are; places by name where it is enough and other records by their id, so that the sheet can come back.
std::string text_of(const Desk& desk, const Field& field, const Cell& cell) {
  if (std::holds_alternative<std::monostate>(cell)) return {};
  if (field.codec->kind == "region" && !field.masked) return desk.services.region_words(RegionCode::parse(std::get<std::string>(cell)).value(), desk.acting.scope.region());
  const std::string text = field.codec->sheet_text(cell);
  if (field.masked) return record::masked(text, field.entry->mask);
  return text;
}

}  // namespace

Result<std::int64_t> export_rows(const Desk& desk, const ListQuery& query, const ExportAsked& asked, SheetSink sink, const std::function<void(std::int64_t)>& report) {
  std::vector<std::size_t> positions;
  std::vector<std::string> texts;
  for (const record::RowColumn& column : sheet_columns_of(desk.collection, true)) {
    positions.push_back(desk.collection.position(column.name));
    texts.push_back(column.zh);
  }
  const auto writer = begin_sheet(asked.format, texts, std::move(sink));
  const std::size_t id = desk.collection.position("id"), ordered = desk.collection.position(query.sort.empty() ? "region" : query.sort);
  std::int64_t rows = 0;
  bool fits = true;
  std::optional<store::PageStart> last;
  const auto take = [&](store::Row row) {
    last = store::PageStart{row[ordered], std::get<std::int64_t>(row[id])};
    for (std::size_t i = 0; i < positions.size(); ++i) texts[i] = text_of(desk, desk.collection.fields[positions[i]], row[positions[i]]);
    fits = fits && rows != asked.rows_max && writer->row(texts);
    if (fits) ++rows;
  };
  desk.services.store.read([&](store::Snapshot& snapshot) {
    for (std::int64_t before = -1; fits && rows != before && (before < 0 || rows - before == k_rows_at_once);) {
      before = rows;
      report(rows);
      store::Filter filter = query.filter;
      if (!query.sort.empty()) filter.order_by(query.sort, query.order);
      if (last) filter.after(*last);
      snapshot.each_row(desk.table(snapshot), query.scope, filter.page(0, k_rows_at_once), take);
    }
  });
  if (!fits) return refuse("records.export_too_large", {std::to_string(rows)});
  writer->finish();
  return rows;
}

}  // namespace laoyou::collection
