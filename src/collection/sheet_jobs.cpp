#include "collection/sheet_jobs.h"

#include <boost/json.hpp>

#include "collection/export_note.h"
#include "collection/flags.h"
#include "collection/import_rows.h"
#include "collection/route_kit.h"
#include "collection/sheet_export.h"
#include "http/declare_route.h"
#include "record/json_read.h"

namespace laoyou::collection {
namespace {

ImportMode mode_of(const std::string& text) { return text == "look" ? ImportMode::look : text == "good_rows" ? ImportMode::good_rows : ImportMode::all; }
record::SheetFormat format_named(const std::string& text) { return text == "csv" ? record::SheetFormat::csv : record::SheetFormat::xlsx; }

/// The register as the job's caller reaches it.
CheckedResult<void> at_desk(const Services& services, const Registers& registers, const std::string& record, const store::Acting& acting,
                            const std::function<CheckedResult<void>(const Desk&)>& work) {
  const Collection* collection = registers.find(record);
  if (collection == nullptr) return Refusals{refuse("records.not_found")};
  const std::optional<Collection> reached = within_reach(*collection, acting.scope);
  return work(Desk{services, registers, reached ? *reached : *collection, acting});
}

CheckedResult<void> run_import(const Desk& desk, const SheetJobArguments& arguments, jobs::JobWork& work) {
  const Result<std::string> bytes = work.input();
  if (!bytes) return Refusals{bytes.error()};
  const record::SheetFormat format = format_named(arguments.format);
  ImportWatch watch;
  watch.phase = [&](const std::string& name, std::int64_t whole) { work.phase(name, whole); };
  watch.report = [&](std::int64_t done, std::int64_t whole) { work.report(done, whole); };
  watch.marked = [&]() -> SheetSink {
    work.drop_result();
    jobs::ResultWriter& writer = work.result(desk.collection.label.zh + "（退回）" + std::string(ending(format)), std::string(media_type(format)));
    return [&writer](std::string_view piece) { writer.write(piece); };
  };
  watch.write = [&](const RecordsImport& found, const store::Command& command) {
    work.outcome(record::to_json(found));
    return work.write_last(command);
  };
  const ImportAsked asked{format, mode_of(arguments.mode), arguments.language == "en" ? Language::en : Language::zh, arguments.columns};
  const CheckedResult<RecordsImport> done = import_rows(desk, *bytes, asked, watch);
  if (!done) return done.error();
  work.outcome(record::to_json(*done));
  if (asked.mode != ImportMode::look && !done->stored) return Refusals{refuse("records.import_refused", {std::to_string(done->refused)})};
  return {};
}

CheckedResult<void> run_export(const Desk& desk, const SheetJobArguments& arguments, jobs::JobWork& work) {
  record::Fields fields;
  for (std::size_t i = 0; i + 1 < arguments.asked.size(); i += 2) fields.emplace_back(arguments.asked[i], arguments.asked[i + 1]);
  const CheckedResult<ListQuery> query = read_list_query(desk, fields, work.job().asked_at.beijing_day());
  if (!query) return query.error();
  work.phase("counting");
  const std::int64_t whole = desk.services.store.read([&](store::Snapshot& snapshot) { return snapshot.count_rows(desk.table(snapshot), query->scope, query->filter); });
  work.phase("writing", whole);
  const record::SheetFormat format = format_named(arguments.format);
  jobs::ResultWriter& writer = work.result(desk.collection.label.zh + std::string(ending(format)), std::string(media_type(format)));
  const Result<std::int64_t> done = export_rows(desk, *query, {format}, [&](std::string_view piece) { writer.write(piece); }, [&](std::int64_t rows) { work.report(rows, whole); });
  if (!done) work.drop_result();
  if (!done) return Refusals{done.error()};
  ExportNote note;
  note.region = query->scope.region();
  note.record = desk.collection.record;
  note.rows = *done;
  const Result<void> noted = note_export(desk.services.store, desk.acting, work.job().asked_at, std::move(note), fields, &desk.collection);
  if (noted) return {};
  work.drop_result();
  return Refusals{noted.error()};
}

http::Reply job_answer(const Desk& desk, const http::Context& context, const Result<jobs::Job>& job) {
  if (!job) return refused({job.error()});
  return json_answer(record::to_json(desk.services.jobs.row(*job, context)));
}

http::Reply ask_import(const Desk& desk, http::Context& context, const http::Incoming& incoming) {
  const auto format = format_of(incoming);
  if (!format) return unknown_format(incoming);
  if (Refusals flags = malformed_flags(incoming.fields, {"dry_run", "good_rows"}); !flags.empty()) return refused(std::move(flags));
  SheetJobArguments arguments;
  arguments.record = desk.collection.record;
  arguments.format = *format == record::SheetFormat::csv ? "csv" : "xlsx";
  arguments.mode = said(incoming, "dry_run") ? "look" : said(incoming, "good_rows") ? "good_rows" : "all";
  arguments.language = context.language() == Language::en ? "en" : "zh";
  if (const std::string* id = record::find_field(incoming.fields, "mapping"); id != nullptr && !id->empty()) {
    const Result<std::int64_t> number = record::read_integer(*id);
    const auto mapping = number ? find_mapping(desk, context.caller().unit, *number) : std::nullopt;
    if (!mapping) return refused({at("/mapping", refuse("records.mapping_not_found"))});
    arguments.columns = mapping->columns;
  }
  return job_answer(desk, context, desk.services.jobs.ask({std::string(k_import_kind), desk.acting, record::to_json(arguments), context.body()}));
}

http::Reply import_outcome(const Desk& desk, http::Context& context, const http::Incoming& incoming) {
  const Result<std::int64_t> id = path_id(incoming);
  const Result<std::string> found = id ? desk.services.jobs.outcome(context, *id, k_import_kind) : id.error();
  if (!found) return refused({found.error()});
  return json_answer(*found);
}

/// The filters that a body asks for, as a list's address has them.
CheckedResult<record::Fields> fields_of(const http::Incoming& incoming) {
  record::Fields fields;
  Refusals refusals;
  if (incoming.body == nullptr) return fields;
  for (const auto& member : *incoming.body) {
    const std::string name(member.key());
    const boost::json::value& value = member.value();
    if (value.is_string())
      fields.emplace_back(name, std::string(value.get_string()));
    else if (value.is_bool() || value.is_number())
      fields.emplace_back(name, boost::json::serialize(value));
    else
      refusals.push_back(at("/" + name, refuse("json.wrong_kind", {"text"})));
  }
  if (!refusals.empty()) return refusals;
  return fields;
}

http::Reply ask_export(const Desk& desk, http::Context& context, const http::Incoming& incoming) {
  const CheckedResult<record::Fields> fields = fields_of(incoming);
  if (!fields) return refused(fields.error());
  const auto format = format_of({*fields, nullptr});
  if (!format) return unknown_format(incoming);
  const CheckedResult<ListQuery> query = read_list_query(desk, *fields, context.now().beijing_day());
  if (!query) return refused(query.error());
  SheetJobArguments arguments;
  arguments.record = desk.collection.record;
  arguments.format = *format == record::SheetFormat::csv ? "csv" : "xlsx";
  for (const auto& [name, value] : *fields) {
    arguments.asked.push_back(name);
    arguments.asked.push_back(value);
  }
  return job_answer(desk, context, desk.services.jobs.ask({std::string(k_export_kind), desk.acting, record::to_json(arguments)}));
}

http::RouteTypes job_types(std::vector<http::DescribedField> fields) {
  http::RouteTypes types;
  types.request = [fields = std::move(fields)](boost::json::object&) { return fields; };
  types.answer = [](boost::json::object& components) { return record::schema<jobs::JobRow>(components); };
  return types;
}

}  // namespace

SheetJobArguments sheet_job_arguments(const jobs::Job& job) {
  CheckedResult<SheetJobArguments> arguments = record::parse_json<SheetJobArguments>(job.arguments);
  if (!arguments) throw record::DamagedCell("arguments");
  return std::move(*arguments);
}

std::vector<jobs::JobKind> job_kinds(const Services& services, const Registers& registers) {
  const auto label = [&registers](const jobs::Job& job) {
    const Collection* collection = registers.find(sheet_job_arguments(job).record);
    return collection != nullptr ? collection->label : http::Summary{"登记册", "Register"};
  };
  const auto work = [&services, &registers](CheckedResult<void> (*run)(const Desk&, const SheetJobArguments&, jobs::JobWork&)) {
    return [&services, &registers, run](jobs::JobWork& job) {
      const SheetJobArguments arguments = sheet_job_arguments(job.job());
      return at_desk(services, registers, arguments.record, job.acting(), [&](const Desk& desk) { return run(desk, arguments, job); });
    };
  };
  const auto import_title = [label](const jobs::Job& job) {
    const bool look = sheet_job_arguments(job).mode == "look";
    return http::Summary{(look ? "检查导入表格：" : "导入表格：") + label(job).zh, (look ? "Check a sheet: " : "Import a sheet: ") + label(job).en};
  };
  const auto import_page = [](const jobs::Job& job) { return "/records/" + sheet_job_arguments(job).record + "/import?job=" + std::to_string(job.id.number); };
  const auto export_title = [label](const jobs::Job& job) { return http::Summary{"导出表格：" + label(job).zh, "Export a sheet: " + label(job).en}; };
  return {{std::string(k_import_kind), import_title, import_page, work(&run_import)}, {std::string(k_export_kind), export_title, {}, work(&run_export)}};
}

void add_sheet_job_routes(const Services& services, const Registers& registers, const Collection& collection, http::RouteTable& table) {
  const RouteKit kit{services, registers, collection};
  const std::string& zh = collection.label.zh;
  const std::string& en = collection.label.en;
  const http::DescribedField format = kit.text_field("format", "格式", "Format", false);
  std::vector<http::DescribedField> filters = kit.filter_fields();
  filters.push_back(format);
  table.push_back(kit.route_with(http::Verb::post, "/export_job", http::needs({collection.reads}).also(powers::Power::sheets_export), {"在后台导出" + zh, en + " as a sheet, by a job"},
                                 job_types(std::move(filters)), ask_export)
                      .creates()
                      .refuses(429, "jobs.too_many"));
  if (!collection.writes) return;
  table.push_back(kit.route(http::Verb::post, "/import_job", *collection.writes, {"在后台导入" + zh, en + " from a sheet, by a job"},
                            job_types({format, kit.text_field("dry_run", "只检查", "Only look", false), kit.text_field("good_rows", "只取无误的行", "Good rows only", false),
                                       kit.text_field("mapping", "对应关系", "Mapping", false)}),
                            ask_import)
                      .takes_file(k_sheet_types, k_sheet_file_bytes_max)
                      .creates()
                      .refuses(429, "jobs.too_many"));
  http::RouteTypes outcome;
  outcome.request = [kit](boost::json::object&) { return std::vector<http::DescribedField>{kit.id_field()}; };
  outcome.answer = [](boost::json::object& components) { return record::schema<RecordsImport>(components); };
  table.push_back(kit.route(http::Verb::get, "/import_job/{id}", *collection.writes, {"导入" + zh + "的结论", "What an import found"}, std::move(outcome), import_outcome)
                      .refuses(404, "jobs.files_gone")
                      .refuses(403, "jobs.rights_changed"));
}

}  // namespace laoyou::collection
