#include <algorithm>
#include <array>

#include "plan/indicators/reading_check.h"
#include "plan/indicators/readings.h"
#include "plan/answers/route_parts.h"
#include "plan/indicators/sheet_words.h"
#include "record/sheet_rows.h"

namespace laoyou::plan {
namespace {

http::FileAnswer sheet_answer(SheetKind kind, std::string name, std::string bytes) {
  if (kind == SheetKind::csv) return {"text/csv; charset=utf-8", name + ".csv", std::move(bytes)};
  return {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name + ".xlsx", std::move(bytes)};
}

std::optional<std::string> day_text(const std::optional<Date>& day) { return day ? std::optional(day->text()) : std::nullopt; }

/// The period that is running today, of the kind that the indicator was last reported for; a year where it never was.
Period running_period(const std::vector<ReportedValue>& readings, Date today) {
  const ReportedValue* last = nullptr;
  for (const ReportedValue& reading : readings)
    if (last == nullptr || last->period < reading.period) last = &reading;
  const std::string year = std::to_string(today.year());
  switch (last == nullptr ? PeriodKind::year : last->period.kind()) {
    case PeriodKind::half: return Period::parse(year + (today.month() <= 6 ? "-H1" : "-H2")).value();
    case PeriodKind::quarter: return Period::parse(year + "-Q" + std::to_string((today.month() + 2) / 3)).value();
    case PeriodKind::month:
    case PeriodKind::day: return Period::month(today.year(), today.month());
    case PeriodKind::year: break;
  }
  return Period::year(today.year());
}

/// Writes the rows of one account's sheet.
class TemplateWriter {
 public:
  TemplateWriter(const Library& library, const Plan& plan, RegionCode scope, Date today) : library_(library), plan_(plan), scope_(scope), today_(today) {}

  std::vector<ReadingSheetRow> rows(store::Snapshot& reading) {
    const RegionCode whole = plan_.content.head.value.region;
    std::vector<RegionCode> places{scope_.contains(whole) ? whole : scope_};
    for (const regions::Region& part : library_.regions.children(places.front())) places.push_back(part.code);
    std::vector<ChosenReadings> readings;
    for (const RegionCode place : places) readings.push_back(readings_of_region(reading, plan_, place));
    for (const auto& indicator : plan_.content.indicators)
      for (std::size_t i = 0; i < places.size(); ++i)
        if (!indicator.value.down_to || places[i].level() <= *indicator.value.down_to) add(indicator, places[i], readings[i].of(places[i], indicator.value.key));
    return std::move(rows_);
  }

 private:
  void add(const Row<Indicator>& indicator, RegionCode place, const std::vector<ReportedValue>& readings) {
    const Period period = running_period(readings, today_);
    const auto last = last_before(value_series(indicator, plan_.written_for(indicator.layer, place), readings, today_), period);
    ReadingSheetRow row;
    row.indicator = indicator_words(plan_, indicator.value);
    row.region = region_words(library_, place, scope_);
    row.period = period_words(period);
    row.unit = indicator.value.unit;
    if (last) row.previous = last->value.text();
    for (const ReportedValue& reading : readings) {
      if (reading.period != period) continue;
      row.value = reading.value.text();
      row.source = reading.source;
      row.counted_on = day_text(reading.counted_on);
    }
    rows_.push_back(std::move(row));
  }

  const Library& library_;
  const Plan& plan_;
  const RegionCode scope_;
  const Date today_;
  std::vector<ReadingSheetRow> rows_;
};

}  // namespace

record::SheetFormat sheet_format(SheetKind kind) { return kind == SheetKind::csv ? record::SheetFormat::csv : record::SheetFormat::xlsx; }

Result<http::FileAnswer> export_readings(const Services& services, const store::Acting& acting, const ExportReadingsRequest& request) {
  if (const auto found = find_plan(services, acting, request.plan); !found) return found.error();
  const auto library = services.plans.current();
  const auto plan = library->find(request.plan);
  const store::Scope scope = store::Scope::of_account(request.region.value_or(acting.scope.region()));
  const store::Filter filter = store::Filter().equals("plan", request.plan).order_by("indicator").order_by("region").order_by("period");
  std::vector<ReadingSheetRow> rows;
  services.store.read([&](store::Snapshot& reading) {
    reading.each<ReportedValue>(scope, filter, [&](const ReportedValue& value) {
      const Row<Indicator>* indicator = plan ? plan->find_indicator(value.indicator) : nullptr;
      rows.push_back({value.indicator, value.region.text(), value.period.text(), std::nullopt, indicator != nullptr ? std::optional(indicator->value.unit) : std::nullopt,
                      value.value.text(), value.source, day_text(value.counted_on)});
    });
    return 0;
  });
  return sheet_answer(request.format, "指标填报-" + request.plan, record::write_rows(rows, sheet_format(request.format)));
}

/// The filled-in sheet: what a row is about stands fast, what is reported is open.
std::string filled_form(const std::vector<ReadingSheetRow>& rows, record::SheetFormat format) {
  const std::vector<record::RowColumn>& named = record::row_columns<ReadingSheetRow>();
  std::vector<record::SheetColumn> columns = record::sheet_columns(named);
  constexpr std::array<std::string_view, 3> k_open{"value", "source", "counted_on"};
  for (std::size_t i = 0; i < columns.size(); ++i) columns[i].locked = std::find(k_open.begin(), k_open.end(), named[i].name) == k_open.end();
  std::vector<std::vector<std::string>> texts;
  for (const ReadingSheetRow& row : rows) record::add_row_texts(row, {}, texts.emplace_back());
  return record::write_sheet(columns, texts, format, record::SheetGuard::heads);
}

Result<http::FileAnswer> reading_template(const Services& services, const store::Acting& acting, const ReadingTemplateRequest& request) {
  const record::SheetFormat format = sheet_format(request.format);
  if (!request.plan) return sheet_answer(request.format, "指标填报模板", record::write_template<ReadingSheetRow>(format));
  const auto library = services.plans.current();
  const auto plan = library->find(*request.plan);
  const RegionCode scope = acting.scope.region();
  if (!plan || (!scope.contains(plan->content.head.value.region) && !plan->content.head.value.region.contains(scope))) return refuse("plan.not_found", {*request.plan});
  TemplateWriter writer(*library, *plan, scope, acting.at.beijing_day());
  const auto rows = services.store.read([&](store::Snapshot& reading) { return writer.rows(reading); });
  return sheet_answer(request.format, "指标填报模板-" + *request.plan, filled_form(rows, format));
}

}  // namespace laoyou::plan
