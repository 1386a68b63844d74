// GET …/template and …/export, POST …/import: sheets that are done while the caller waits. Those that take longer are jobs: sheet_jobs.cpp.
#include "collection/export_note.h"
#include "collection/flags.h"
#include "collection/import_rows.h"
#include "collection/offered_columns.h"
#include "collection/route_kit.h"
#include "collection/sheet_export.h"
#include "collection/sheet_jobs.h"
#include "http/declare_route.h"

namespace laoyou::collection {

const std::vector<std::string> k_sheet_types{"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/octet-stream"};

std::optional<record::SheetFormat> format_of(const http::Incoming& incoming) {
  const std::string* text = record::find_field(incoming.fields, "format");
  if (text == nullptr || *text == "xlsx") return record::SheetFormat::xlsx;
  return *text == "csv" ? std::optional(record::SheetFormat::csv) : std::nullopt;
}

http::Reply unknown_format(const http::Incoming& incoming) {
  const std::string* format = record::find_field(incoming.fields, "format");
  return refused({at("/format", refuse("enum.unknown", {format != nullptr ? *format : "", "csv, xlsx"}))});
}

bool said(const http::Incoming& incoming, std::string_view name) {
  const std::string* text = record::find_field(incoming.fields, name);
  return text != nullptr && *text == "true";
}

namespace {

constexpr std::int64_t k_export_rows_max = 200'000;

http::Reply file(const Collection& collection, record::SheetFormat format, std::string bytes) {
  return http::file_answer({std::string(media_type(format)), collection.label.zh + std::string(ending(format)), std::move(bytes)});
}

http::Reply sheet_template(const Desk& desk, http::Context&, const http::Incoming& incoming) {
  const auto format = format_of(incoming);
  if (!format) return unknown_format(incoming);
  return file(desk.collection, *format, record::write_sheet(offered_columns(desk, sheet_columns_of(desk.collection, false)), {}, *format, record::SheetGuard::heads));
}

http::Reply export_list(const Desk& desk, http::Context& context, const http::Incoming& incoming) {
  const auto format = format_of(incoming);
  if (!format) return unknown_format(incoming);
  const CheckedResult<ListQuery> query = read_list_query(desk, incoming.fields, context.now().beijing_day());
  if (!query) return refused(query.error());
  std::string bytes;
  const Result<std::int64_t> done = export_rows(desk, *query, {*format, k_export_rows_max}, [&](std::string_view piece) { bytes += piece; }, [](std::int64_t) {});
  if (!done) return refused({done.error()});
  ExportNote note;
  note.region = query->scope.region();
  note.record = desk.collection.record;
  note.rows = *done;
  if (const Result<void> noted = note_export(desk.services.store, desk.acting, context.now(), std::move(note), incoming.fields, &desk.collection); !noted) return refused({noted.error()});
  return file(desk.collection, *format, std::move(bytes));
}

http::Reply import(const Desk& desk, http::Context& context, const http::Incoming& incoming) {
  const auto format = format_of(incoming);
  if (!format) return unknown_format(incoming);
  if (Refusals flags = malformed_flags(incoming.fields, {"dry_run", "good_rows"}); !flags.empty()) return refused(std::move(flags));
  const ImportMode mode = said(incoming, "dry_run") ? ImportMode::look : said(incoming, "good_rows") ? ImportMode::good_rows : ImportMode::all;
  const CheckedResult<RecordsImport> done = import_rows(desk, context.body(), {*format, mode, context.language()});
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
  filters.push_back(kit.text_field("reason", "用途", "What for", false));
  table.push_back(kit.route_with(http::Verb::get, "/export", http::needs({collection.reads}).also(powers::Power::sheets_export), {"导出" + zh, en + " as a sheet"},
                                 kit.file_types(std::move(filters)), export_list)
                      .heavy());
  if (!collection.writes) return;
  http::RouteTypes types;
  types.request = [kit, format](boost::json::object&) {
    return std::vector<http::DescribedField>{format, kit.text_field("dry_run", "只检查", "Only look", false), kit.text_field("good_rows", "只取无误的行", "Good rows only", false)};
  };
  types.answer = [](boost::json::object& components) { return record::schema<RecordsImport>(components); };
  table.push_back(kit.route(http::Verb::post, "/import", *collection.writes, {"导入" + zh, en + " from a sheet"}, std::move(types), import)
                      .takes_file(k_sheet_types, k_sheet_file_bytes_max)
                      .heavy());
}

}  // namespace laoyou::collection
