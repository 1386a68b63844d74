#include "audit/journal_export.h"

#include "audit/journal_answer.h"
#include "audit/journal_query.h"
#include "collection/export_note.h"
#include "collection/room.h"
#include "record/sheet_rows.h"

namespace laoyou::audit {
namespace {

constexpr std::int64_t k_entries_max = 50'000;

/// "2026-11-29 16:30:05" in Beijing.
std::string beijing_text(Instant at) {
  std::string text = at.plus_milliseconds(std::int64_t{8} * 60 * 60 * 1000).text().substr(0, 19);
  text[10] = ' ';
  return text;
}

std::string changes_text(const JournalRow& row) {
  std::string all;
  for (const JournalField& field : row.fields) {
    std::string one = field.label + "：";
    if (field.before) one += *field.before + " → ";
    one += field.after ? *field.after + field.unit : field.before ? "（空）" : "（不显示）";
    all += (all.empty() ? "" : "；") + one;
  }
  return all;
}

JournalSheetRow sheet_row(const JournalRow& row) {
  JournalSheetRow line;
  line.sequence = row.sequence;
  line.at = beijing_text(row.at);
  line.who = row.account_display_name.empty() ? row.account_name : row.account_display_name;
  if (!row.account_name.empty() && row.account_name != line.who) line.who += "（" + row.account_name + "）";
  line.action = row.action == "insert" ? JournalAction::insert : row.action == "update" ? JournalAction::update : JournalAction::remove;
  line.record = row.record_label;
  line.subject = row.subject;
  line.region = row.region_name;
  line.door = row.door;
  line.changes = changes_text(row);
  line.record_id = row.record_id;
  return line;
}

/// What the request asked for, as the note of the export tells it.
record::Fields asked_fields(const JournalExportRequest& request) {
  record::Fields fields;
  const auto add = [&](const char* name, std::optional<std::string> text) {
    if (text) fields.emplace_back(name, std::move(*text));
  };
  add("record", request.record);
  if (request.record_id) add("record_id", std::to_string(*request.record_id));
  add("account", request.account);
  if (request.action) add("action", std::string(record::Leaf<JournalAction>::to_json_text(*request.action)));
  if (request.region) add("region", request.region->text());
  if (request.from) add("from", request.from->text());
  if (request.to) add("to", request.to->text());
  add("reason", request.reason);
  return fields;
}

}  // namespace

CheckedResult<http::FileAnswer> export_journal(const Services& services, http::Context& context, const JournalExportRequest& request) {
  if (request.format != "xlsx" && request.format != "csv") return Refusals{at("/format", refuse("enum.unknown", {request.format, "csv, xlsx"}))};
  CheckedResult<store::JournalQuery> query = journal_query(services.names, request);
  if (!query) return query.error();
  query->rows = k_entries_max + 1;
  const store::Scope scope = journal_scope(context.caller(), request.region, *query);
  Names names = services.names;
  std::vector<std::pair<store::JournalEntry, store::ShownEntry>> entries;
  services.store.read([&](store::Snapshot& snapshot) {
    if (snapshot.journal_count(scope, *query) > k_entries_max) return 0;
    for (store::JournalEntry& entry : snapshot.journal(scope, *query)) {
      store::ShownEntry shown = snapshot.shown_entry(entry);
      entries.emplace_back(std::move(entry), std::move(shown));
    }
    query->rows = 0;
    return 0;
  });
  if (query->rows != 0) return Refusals{refuse("journal.export_too_large", {std::to_string(k_entries_max)})};
  remember_accounts(names);
  std::vector<JournalSheetRow> rows;
  for (const auto& [entry, shown] : entries) rows.push_back(sheet_row(journal_row(names, entry, shown)));
  collection::ExportNote note;
  note.region = scope.region();
  note.record = "journal";
  note.rows = static_cast<std::int64_t>(rows.size());
  if (const Result<void> noted = collection::note_export(services.store, collection::acting_of(context), context.now(), std::move(note), asked_fields(request)); !noted) return Refusals{noted.error()};
  const bool csv = request.format == "csv";
  return http::FileAnswer{csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", csv ? "日志.csv" : "日志.xlsx",
                          record::write_rows(rows, csv ? record::SheetFormat::csv : record::SheetFormat::xlsx)};
}

}  // namespace laoyou::audit
