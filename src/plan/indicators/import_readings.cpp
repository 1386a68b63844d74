#include <algorithm>
#include <set>

#include "base/shown_text.h"
#include "collection/marked_sheet.h"
#include "collection/sheet_mapping.h"
#include "plan/indicators/reading_check.h"
#include "plan/indicators/readings.h"
#include "plan/indicators/sheet_words.h"
#include "plan/signing/report_rights.h"
#include "record/sheet_rows.h"
#include "record/typed_text.h"

namespace laoyou::plan {
namespace {

using SheetRows = std::vector<record::Located<ReadingSheetRow>>;

/// The column of the member that a refusal of check_reading() names ("/value"); nothing where it speaks of the row.
std::optional<std::size_t> column_of(std::string_view member) {
  const auto& columns = record::row_columns<ReadingSheetRow>();
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (!member.empty() && columns[i].name == member.substr(1)) return i;
  return std::nullopt;
}

/// The cell of that member, in a workbook with its heading.
std::string cell_of(const record::Located<ReadingSheetRow>& row, record::SheetFormat format, std::string_view member) {
  const auto column = column_of(member);
  if (!column) return row.place(format);
  return row.place(format, *column) + (format == record::SheetFormat::xlsx ? "（" + record::row_columns<ReadingSheetRow>()[*column].zh + "）" : "");
}

/// What is wrong with a row, at the member of that name.
struct Fault {
  const record::Located<ReadingSheetRow>* row = nullptr;
  std::string member;
  Refusal refusal;
};

/// What is known of each indicator and place: what the database has, and over it what the sheet brings.
class KnownValues {
 public:
  KnownValues(const Services& services, const std::string& plan, RegionCode scope) {
    services.store.read([&](store::Snapshot& reading) {
      reading.each<ReportedValue>(store::Scope::of_account(scope), store::Filter().equals("plan", plan),
                                     [&](ReportedValue value) { readings_[key_of(value)].push_back(std::move(value)); });
      reading.each<PeriodReport>(store::Scope::of_account(scope), store::Filter().equals("plan", plan), [&](const PeriodReport& report) { reports_.emplace(report.region, report.period); });
      return 0;
    });
  }

  /// The value of the same indicator, place and period that is there.
  const ReportedValue* stored(const ReportedValue& fresh) const {
    const auto found = readings_.find(key_of(fresh));
    if (found == readings_.end()) return nullptr;
    for (const ReportedValue& value : found->second)
      if (value.period == fresh.period && value.id.number != 0) return &value;
    return nullptr;
  }
  /// Whether there is a report of the value's place and period.
  bool has_report(const ReportedValue& fresh) const { return reports_.contains({fresh.region, fresh.period}); }
  void add(const ReportedValue& fresh) { readings_[key_of(fresh)].push_back(fresh); }
  const std::vector<ReportedValue>& of(const ReportedValue& fresh) { return readings_[key_of(fresh)]; }

 private:
  static std::pair<std::string, RegionCode> key_of(const ReportedValue& value) { return {value.indicator, value.region}; }
  std::map<std::pair<std::string, RegionCode>, std::vector<ReportedValue>> readings_;
  std::set<std::pair<RegionCode, Period>> reports_;
};

/// Nothing changes where both are the same, so that a sheet sent back as it was exported neither hides who reported a value nor that it was made up.
bool says_the_same(const ReportedValue& old, const ReportedValue& fresh) {
  return old.value == fresh.value && old.source == fresh.source && old.counted_on == fresh.counted_on;
}

/// One sheet on its way into the database.
class ReadingImport {
 public:
  ReadingImport(const Services& services, const store::Acting& acting, const ImportReadingsRequest& request, const Library& library, const Plan& plan)
      : services_(services), acting_(acting), request_(request), library_(library), plan_(plan), today_(acting.at.beijing_day()),
        format_(sheet_format(request.format)), known_(services, request.plan, acting.scope.region()) {}

  CheckedResult<ImportSummary> run(const SheetRows& rows) {
    take_all(rows);
    if (!faults_.empty()) return record::shown_refusals(refusals());
    if (fresh_.empty()) return Refusals{refuse("readings.nothing_filled_in")};
    ask();
    if (!faults_.empty()) return record::shown_refusals(refusals());
    summary_.rows_read = static_cast<std::int32_t>(fresh_.size());
    summary_.dry_run = request_.dry_run.value_or(false);
    if (summary_.dry_run) {
      for (const ReportedValue& fresh : fresh_) count(known_.stored(fresh), fresh);
      return summary_;
    }
    if (const Result<void> done = write(); !done) return Refusals{done.error()};
    return summary_;
  }

  /// Everything that is wrong, row by row, without storing anything.
  std::map<int, Refusals> faults_by_line(const SheetRows& rows) {
    take_all(rows);
    std::map<int, Refusals> by_line;
    for (const Fault& fault : faults_) {
      const auto column = column_of(fault.member);
      by_line[fault.row->line].push_back(Refusal(fault.refusal.code, column ? fault.row->place(format_, *column) : fault.row->place(format_), fault.refusal.words));
    }
    return by_line;
  }

 private:
  void take_all(const SheetRows& rows) {
    for (const auto& row : rows)
      if (is_filled_in(row.value)) take(row);
  }
  Refusals refusals() const {
    Refusals all;
    for (const Fault& fault : faults_) all.emplace_back(fault.refusal.code, cell_of(*fault.row, format_, fault.member), fault.refusal.words);
    return all;
  }
  static bool is_filled_in(const ReadingSheetRow& row) { return row.value || row.source || row.counted_on; }

  void refuse_cell(const record::Located<ReadingSheetRow>& row, std::string_view member, Refusal refusal) {
    faults_.push_back({&row, std::string(member), std::move(refusal)});
  }
  /// What was read into `into`, or the refusal at the cell; true when it was read.
  template <class T>
  bool read_cell(const record::Located<ReadingSheetRow>& row, std::string_view member, const Result<T>& read, T& into) {
    if (read) into = *read;
    if (!read) refuse_cell(row, member, read.error());
    return read.has_value();
  }

  /// A percentage is one of the indicator's only where its unit is %.
  Result<Decimal> value_of(const std::string& text, const Row<Indicator>* indicator) const {
    const record::TypedNumber number = record::typed_number(trimmed(text));
    if (number.percent && indicator != nullptr && indicator->value.unit != "%") return refuse("sheet.percent", {text});
    constexpr std::size_t k_places = 6;
    return Decimal::parse(record::rounded(number.text, k_places));
  }

  /// The reading that the cells speak of. What cannot be read is refused at its cell and left as it is made; `unread` then names the members.
  ReportedValue reading_of(const record::Located<ReadingSheetRow>& row, std::set<std::string>& unread) {
    const ReadingSheetRow& cells = row.value;
    ReportedValue fresh{{}, acting_.scope.region(), request_.plan, cells.indicator, Period::year(today_.year()), {}, std::string(trimmed(cells.source.value_or(""))), false,
                           acting_.actor.account, {}, std::nullopt, std::nullopt};
    const Row<Indicator>* indicator = nullptr;
    if (!read_cell(row, "/indicator", indicator_named(plan_, cells.indicator), indicator)) unread.insert("/indicator");
    if (indicator != nullptr) fresh.indicator = indicator->value.key;
    if (!read_cell(row, "/region", region_named(library_, cells.region, acting_.scope.region()), fresh.region)) unread.insert("/region");
    if (!read_cell(row, "/period", period_named(cells.period), fresh.period)) unread.insert("/period");
    if (!cells.value) {
      refuse_cell(row, "/value", refuse("sheet.missing_value", {"数值 value"}));
      unread.insert("/value");
    } else if (!read_cell(row, "/value", value_of(*cells.value, indicator), fresh.value)) {
      unread.insert("/value");
    }
    Date day = today_;
    if (cells.counted_on && read_cell(row, "/counted_on", Date::parse(record::typed_day(trimmed(*cells.counted_on))), day)) fresh.counted_on = day;
    return fresh;
  }

  /// See may_report_at_once(); asked of what was read once, since a sheet has thousands of rows.
  bool may_be_sent_at_once(const ReportedValue& fresh) const {
    return signs(acting_, plan_, fresh.region) || (!plan_.signed_reports && !known_.has_report(fresh));
  }

  /// Checks a row by itself and against the rows before it.
  void take(const record::Located<ReadingSheetRow>& row) {
    std::set<std::string> unread;
    ReportedValue fresh = reading_of(row, unread);
    const ReportedValue* old = unread.empty() ? known_.stored(fresh) : nullptr;
    // What is there already, and stays, is asked no questions: one odd value of old must not hold up the whole sheet.
    if (old == nullptr || !says_the_same(*old, fresh))
      for (const Refusal& refusal : check_reading(library_, plan_, fresh, today_))
        if (!unread.contains(refusal.place)) refuse_cell(row, refusal.place, refusal.code == "json.missing_field" ? refuse("sheet.missing_value", {"数据来源 source"}) : refusal);
    if (!unread.contains("/region") && !acting_.scope.region().contains(fresh.region)) refuse_cell(row, "/region", refuse("scope.outside", {fresh.region.text()}));
    if (unread.empty() && (old == nullptr || !says_the_same(*old, fresh)) && !may_be_sent_at_once(fresh)) refuse_cell(row, "/period", refuse("reports.through_report", {fresh.period.text()}));
    if (unread.empty()) {
      const auto [first, is_new] = lines_.emplace(std::tuple(fresh.indicator, fresh.region, fresh.period.text()), row.line);
      if (!is_new) refuse_cell(row, "", refuse("readings.repeated_row", {std::to_string(first->second)}));
    }
    fresh_.push_back(std::move(fresh));
    taken_.push_back(&row);
  }

  /// Asks back what differs much from the value before it, be that stored or of the sheet.
  void ask() {
    if (request_.confirmed.value_or(false)) return;
    std::vector<std::size_t> changing;
    for (std::size_t i = 0; i < fresh_.size(); ++i) {
      const ReportedValue* old = known_.stored(fresh_[i]);
      if (old == nullptr || old->value != fresh_[i].value) changing.push_back(i);
    }
    for (const std::size_t i : changing) known_.add(fresh_[i]);
    for (const std::size_t i : changing) {
      const ReportedValue& fresh = fresh_[i];
      const Row<Indicator>& row = *plan_.find_indicator(fresh.indicator);
      const auto last = last_before(value_series(row, plan_.written_for(row.layer, fresh.region), known_.of(fresh), today_), fresh.period);
      const Result<void> asked = ask_about_change(plan_, row.value, fresh, last);
      if (asked) continue;
      if (request_.dry_run.value_or(false))
        summary_.questions.push_back({cell_of(*taken_[i], format_, asked.error().place), fresh.indicator, fresh.region, fresh.period, fresh.value, last->period, last->value});
      else
        refuse_cell(*taken_[i], asked.error().place, asked.error());
    }
  }

  /// True when there is something to write.
  bool count(const ReportedValue* old, const ReportedValue& fresh) {
    if (old != nullptr && says_the_same(*old, fresh)) return false;
    ++(old != nullptr ? summary_.updated : summary_.inserted);
    return true;
  }

  Result<void> write() {
    store::Actor actor = acting_.actor;
    actor.door = "sheet";
    const std::string reporter = services_.display_name(actor.account);
    const store::Scope scope = store::Scope::of_account(acting_.scope.region());
    const store::WriteOutcome outcome = services_.store.write(actor, [&](store::Writing& writing) -> Result<void> {
      for (ReportedValue& fresh : fresh_) {
        const auto old = writing.first<ReportedValue>(
            scope, store::Filter().equals("plan", fresh.plan).equals("indicator", fresh.indicator).equals("region", fresh.region).equals("period", fresh.period));
        if (!count(old ? &*old : nullptr, fresh)) continue;
        fresh.id = old ? old->id : writing.new_id<ReportedValue>();
        fresh.reporter = reporter;
        fresh.reported_at = writing.now();
        if (old)
          writing.update(fresh);
        else
          writing.insert(fresh);
      }
      return {};
    });
    return outcome.result();
  }

  const Services& services_;
  const store::Acting& acting_;
  const ImportReadingsRequest& request_;
  const Library& library_;
  const Plan& plan_;
  const Date today_;
  const record::SheetFormat format_;
  KnownValues known_;
  std::vector<ReportedValue> fresh_;                             ///< one for each row that was filled in
  std::vector<const record::Located<ReadingSheetRow>*> taken_;  ///< those rows
  std::map<std::tuple<std::string, RegionCode, std::string>, int> lines_;
  std::vector<Fault> faults_;
  ImportSummary summary_;
};

/// A sheet that went back marked has a column of problems, which says nothing once it comes again.
void drop_problems(record::Sheet& sheet) {
  const auto head = std::find_if(sheet.header.begin(), sheet.header.end(), [](const record::SheetCell& cell) { return trimmed(cell.text) == collection::k_problems_header; });
  if (head == sheet.header.end()) return;
  const auto position = head - sheet.header.begin();
  for (record::SheetRow& row : sheet.rows)
    if (std::ssize(row) > position) row.erase(row.begin() + position);
  sheet.header.erase(head);
}

/// The sheet of a request and its plan, read.
struct ReadSheet {
  std::shared_ptr<const Library> library;
  std::shared_ptr<const Plan> plan;
  record::Sheet sheet;
  SheetRows rows;
};

CheckedResult<ReadSheet> read(const Services& services, const ImportReadingsRequest& request, std::string_view body) {
  auto library = services.plans.current();
  auto plan = library->find(request.plan);
  if (!plan) return Refusals{refuse("plan.not_found", {request.plan})};
  Result<record::Sheet> sheet = record::read_sheet(body, sheet_format(request.format));
  if (!sheet) return Refusals{sheet.error()};
  drop_problems(*sheet);
  auto rows = record::read_rows<ReadingSheetRow>(*sheet);
  if (!rows) return rows.error();
  return ReadSheet{std::move(library), std::move(plan), std::move(*sheet), std::move(*rows)};
}

}  // namespace

CheckedResult<ImportSummary> import_readings(const Services& services, const store::Acting& acting, const ImportReadingsRequest& request, std::string_view body) {
  const CheckedResult<ReadSheet> sheet = read(services, request, body);
  if (!sheet) return sheet.error();
  return ReadingImport(services, acting, request, *sheet->library, *sheet->plan).run(sheet->rows);
}

CheckedResult<http::FileAnswer> marked_readings(const Services& services, const store::Acting& acting, const ImportReadingsRequest& request, std::string_view body, Language language) {
  const CheckedResult<ReadSheet> read_sheet = read(services, request, body);
  if (!read_sheet) return read_sheet.error();
  const record::Sheet& sheet = read_sheet->sheet;
  const auto faults = ReadingImport(services, acting, request, *read_sheet->library, *read_sheet->plan).faults_by_line(read_sheet->rows);
  if (faults.empty()) return Refusals{refuse("readings.nothing_wrong")};
  std::vector<std::string> header;
  for (const record::SheetCell& cell : sheet.header) header.push_back(cell.text);
  std::vector<collection::RowMark> marks;
  for (std::size_t i = 0; i < sheet.rows.size(); ++i)
    if (const auto wrong = faults.find(sheet.rows[i].front().line); wrong != faults.end()) marks.push_back(collection::row_mark(sheet, header, i, wrong->second, language));
  const record::SheetFormat format = sheet_format(request.format);
  std::string bytes;
  collection::write_marked_sheet({sheet, header, marks}, format, [&](std::string_view piece) { bytes += piece; }, [](std::int64_t) {});
  return http::FileAnswer{std::string(collection::media_type(format)), "指标填报-需更正" + std::string(collection::ending(format)), std::move(bytes)};
}

}  // namespace laoyou::plan
