// GET …/template and …/export, POST …/import.
#include "collection/import_rows.h"
#include "collection/route_kit.h"
#include "http/declare_route.h"

namespace laoyou::collection {
namespace {

constexpr std::int64_t k_export_rows_max = 200'000;
constexpr std::size_t k_sheet_bytes_max = 32U << 20;
const std::vector<std::string> k_sheet_types{"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/octet-stream"};

std::optional<record::SheetFormat> format_of(const http::Incoming& incoming) {
  const std::string* text = record::find_field(incoming.fields, "format");
  if (text == nullptr || *text == "xlsx") return record::SheetFormat::xlsx;
  return *text == "csv" ? std::optional(record::SheetFormat::csv) : std::nullopt;
}

http::Reply unknown_format() { return refused({at("/format", refuse("enum.unknown", {"format", "csv, xlsx"}))}); }

http::Reply file(const Collection& collection, record::SheetFormat format, std::string bytes) {
  const bool csv = format == record::SheetFormat::csv;
  return http::file_answer({csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", collection.label.zh + (csv ? ".csv" : ".xlsx"),
                            std::move(bytes)});
}

http::Reply sheet_template(const Desk& desk, http::Context&, const http::Incoming& incoming) {
  const auto format = format_of(incoming);
  if (!format) return unknown_format();
  return file(desk.collection, *format, record::write_sheet(record::sheet_columns(sheet_columns_of(desk.collection, false)), {}, *format));
}

/// What stands in one cell of an exported sheet, masked as lists are; places by name where it is enough and other records by their id, so that the sheet can come back.
std::string text_of(const Desk& desk, const Field& field, const Cell& cell) {
  if (std::holds_alternative<std::monostate>(cell)) return {};
  if (field.codec->kind == "region" && !field.masked) return desk.services.region_words(RegionCode::parse(std::get<std::string>(cell)).value(), desk.acting.scope.region());
  const std::string text = field.codec->sheet_text(cell);
  if (field.masked) return record::masked(text, field.entry->mask);
  return text;
}

http::Reply export_rows(const Desk& desk, http::Context& context, const http::Incoming& incoming) {
  const auto format = format_of(incoming);
  if (!format) return unknown_format();
  const CheckedResult<ListQuery> query = read_list_query(desk, incoming.fields, context.now().beijing_day());
  if (!query) return refused(query.error());
  const std::vector<record::RowColumn> columns = sheet_columns_of(desk.collection, true);
  std::vector<std::vector<std::string>> rows;
  desk.services.store.read([&](store::Snapshot& snapshot) {
    store::Filter filter = query->filter;
    if (!query->sort.empty()) filter.order_by(query->sort, query->order);
    filter.page(0, k_export_rows_max + 1);
    snapshot.each_row(desk.table(snapshot), query->scope, filter, [&](store::Row row) {
      std::vector<std::string>& texts = rows.emplace_back();
      for (const record::RowColumn& column : columns) {
        const std::size_t position = desk.collection.position(column.name);
        texts.push_back(text_of(desk, desk.collection.fields[position], row[position]));
      }
    });
  });
  if (rows.size() > k_export_rows_max) return refused({refuse("records.export_too_large", {std::to_string(k_export_rows_max)})});
  return file(desk.collection, *format, record::write_sheet(record::sheet_columns(columns), rows, *format));
}

bool said(const http::Incoming& incoming, std::string_view name) {
  const std::string* text = record::find_field(incoming.fields, name);
  return text != nullptr && *text == "true";
}

http::Reply import(const Desk& desk, http::Context& context, const http::Incoming& incoming) {
  const auto format = format_of(incoming);
  if (!format) return unknown_format();
  const ImportMode mode = said(incoming, "dry_run") ? ImportMode::look : said(incoming, "good_rows") ? ImportMode::good_rows : ImportMode::all;
  const CheckedResult<RecordsImport> done = import_rows(desk, context.body(), *format, mode, context.language());
  if (!done) return refused(done.error());
  return json_answer(record::to_json(*done));
}

}  // namespace

void add_sheet_routes(const Services& services, const Registers& registers, const Collection& collection, http::RouteTable& table) {
  const RouteKit kit{services, registers, collection};
  const std::string& zh = collection.label.zh;
  const std::string& en = collection.label.en;
  const http::DescribedField format = kit.text_field("format", "格式", "Format", false);
  table.push_back(kit.route(http::Verb::get, "/template", collection.reads, {zh + "填报模板", en + ": the sheet to fill in"}, kit.file_types({format}), sheet_template));
  std::vector<http::DescribedField> filters = kit.filter_fields();
  filters.push_back(format);
  table.push_back(kit.route_with(http::Verb::get, "/export", http::needs({collection.reads}).also(powers::Power::sheets_export), {"导出" + zh, en + " as a sheet"},
                                 kit.file_types(std::move(filters)), export_rows)
                      .heavy());
  if (!collection.writes) return;
  http::RouteTypes types;
  types.request = [kit, format](boost::json::object&) {
    return std::vector<http::DescribedField>{format, kit.text_field("dry_run", "只检查", "Only look", false), kit.text_field("good_rows", "只取无误的行", "Good rows only", false)};
  };
  types.answer = [](boost::json::object& components) { return record::schema<RecordsImport>(components); };
  table.push_back(kit.route(http::Verb::post, "/import", *collection.writes, {"导入" + zh, en + " from a sheet"}, std::move(types), import)
                      .takes_file(k_sheet_types, k_sheet_bytes_max)
                      .heavy());
}

}  // namespace laoyou::collection
