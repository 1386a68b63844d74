#include "plan/readings.h"

#include <algorithm>
#include <set>

#include "plan/route_parts.h"
#include "record/sheet_rows.h"

namespace laoyou::plan {
namespace {

constexpr std::int32_t k_page_rows_default = 50;
constexpr std::int32_t k_page_rows_max = 500;

record::SheetFormat sheet_format(SheetKind kind) { return kind == SheetKind::csv ? record::SheetFormat::csv : record::SheetFormat::xlsx; }

http::FileAnswer sheet_answer(SheetKind kind, std::string name, std::string bytes) {
  if (kind == SheetKind::csv) return {"text/csv; charset=utf-8", name + ".csv", std::move(bytes)};
  return {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name + ".xlsx", std::move(bytes)};
}

/// Counts what a row of a sheet does to the value that is there: nothing when both are the same, so that a sheet sent back as it was exported
/// neither hides who reported a value nor that it was made up. True when there is something to write.
bool count_row(const std::optional<IndicatorReading>& old, const ReadingSheetRow& row, ImportSummary& summary) {
  if (old && old->value == row.value && old->source == row.source && old->counted_on == row.counted_on) return false;
  ++(old ? summary.updated : summary.inserted);
  return true;
}

/// What a page asks of the database; page and rows are set.
store::Filter filter_of(const ListReadingsRequest& request) {
  store::Filter filter;
  if (request.plan) filter.equals("plan", *request.plan);
  if (request.indicator) filter.equals("indicator", *request.indicator);
  if (request.period) filter.equals("period", *request.period);
  filter.order_by("reported_at", store::Order::falling).page(std::int64_t{*request.page - 1} * *request.page_rows, *request.page_rows);
  return filter;
}

/// Few people report many values: each name is looked up once.
std::vector<ReadingRow> reading_rows(const Services& services, const Library& library, const std::vector<IndicatorReading>& values) {
  std::map<std::int64_t, std::string> names;
  Services remembering = services;
  remembering.account_name = [&](std::int64_t account) {
    const auto [found, fresh] = names.try_emplace(account);
    if (fresh) found->second = services.account_name(account);
    return found->second;
  };
  std::vector<ReadingRow> rows;
  for (const IndicatorReading& value : values) rows.push_back(reading_row(remembering, library, value));
  return rows;
}

}  // namespace

store::Actor actor_of(const http::Context& context) { return {context.caller().account, std::string(http::text(context.door())), context.request_id()}; }

std::map<std::string, std::vector<IndicatorReading>> readings_of_region(store::Reading& reading, const Plan& plan, RegionCode region) {
  std::map<std::string, std::vector<IndicatorReading>> by_indicator;
  const store::Filter filter = store::Filter().equals("plan", plan.content.head.value.plan).equals("region", region);
  reading.each<IndicatorReading>(store::Scope::of_account(region), filter, [&](IndicatorReading value) { by_indicator[value.indicator].push_back(std::move(value)); });
  return by_indicator;
}

std::map<RegionCode, std::vector<IndicatorReading>> readings_of_parts(store::Reading& reading, const Plan& plan, std::string_view indicator, RegionCode region,
                                                                       const std::vector<regions::Region>& parts) {
  std::map<RegionCode, std::vector<IndicatorReading>> by_part;
  std::vector<RegionCode> codes;
  for (const regions::Region& part : parts) codes.push_back(part.code);
  if (codes.empty()) return by_part;
  const store::Filter filter =
      store::Filter().equals("plan", plan.content.head.value.plan).equals("indicator", indicator).one_of("region", codes);
  reading.each<IndicatorReading>(store::Scope::of_account(region), filter, [&](IndicatorReading value) { by_part[value.region].push_back(std::move(value)); });
  return by_part;
}

Refusals check_reading(const Library& library, const Plan& plan, std::string_view indicator, RegionCode region, std::string_view source) {
  Refusals refusals;
  const Row<Indicator>* found = plan.find_indicator(indicator);
  if (found == nullptr) refusals.push_back(at("/indicator", refuse("readings.unknown_indicator", {std::string(indicator)})));
  if (!library.regions.find(region)) refusals.push_back(at("/region", refuse("plan.unknown_region", {region.text()})));
  const RegionCode whole = plan.content.head.value.region;
  if (!whole.contains(region)) refusals.push_back(at("/region", refuse("plan.region_outside", {region.text(), whole.text()})));
  if (found != nullptr && found->value.down_to && region.level() > *found->value.down_to)
    refusals.push_back(at("/region", refuse("readings.too_deep", {found->value.name, std::string(regions::level_name(*found->value.down_to))})));
  constexpr std::size_t k_source_bytes_max = 300;
  if (source.empty()) refusals.push_back(at("/source", refuse("json.missing_field", {"source"})));
  if (source.size() > k_source_bytes_max) refusals.push_back(at("/source", refuse("text.too_long", {std::to_string(k_source_bytes_max)})));
  return refusals;
}

void tell_change(const Services& services, std::string_view plan, RegionCode region) {
  services.events.publish({"readings_changed", "{\"plan\":\"" + std::string(plan) + "\",\"region\":\"" + region.text() + "\"}", region});
}

ReadingRow reading_row(const Services& services, const Library& library, const IndicatorReading& reading) {
  ReadingRow row{reading.id,    reading.plan,   reading.indicator, reading.region, library.regions.name(reading.region), reading.period,
                 reading.value, reading.source, reading.synthetic, std::nullopt,   reading.reported_at, reading.counted_on};
  if (std::string name = services.account_name(reading.reported_by); !name.empty()) row.reported_by_name = std::move(name);
  return row;
}

Result<http::Kept<ReadingList>> list_readings(const Services& services, http::Context& context, const ListReadingsRequest& request) {
  const auto library = services.plans.current();
  ListReadingsRequest asked = request;
  asked.region = request.region.value_or(context.caller().scope);
  asked.page_rows = std::clamp(request.page_rows.value_or(k_page_rows_default), 1, k_page_rows_max);
  asked.page = std::max(request.page.value_or(1), 1);
  const std::string key = key_of(asked);
  const store::Scope scope = store::Scope::of_account(*asked.region);
  const store::Filter filter = filter_of(asked);
  ReadingList list{{}, 0, *asked.page, *asked.page_rows};
  AnswerSource source;
  http::Kept<ReadingList> kept;
  std::vector<IndicatorReading> values;
  services.store.read([&](store::Reading& reading) {
    source = services.kept->source(reading, library, context.now().beijing_day());
    kept = services.kept->find<ReadingList>(key, source);
    if (kept.body) return 0;
    list.total = reading.count<IndicatorReading>(scope, filter);
    values = reading.select<IndicatorReading>(scope, filter);
    return 0;
  });
  if (kept.body) return kept;
  // After the reading, since each name is one of its own: a reading within another could wait for ever for a free connection.
  list.rows = reading_rows(services, *library, values);
  return services.kept->keep(key, source, list);
}

Result<http::FileAnswer> export_readings(const Services& services, http::Context& context, const ExportReadingsRequest& request) {
  const store::Scope scope = store::Scope::of_account(request.region.value_or(context.caller().scope));
  const store::Filter filter = store::Filter().equals("plan", request.plan).order_by("indicator").order_by("region").order_by("period");
  std::vector<ReadingSheetRow> rows;
  services.store.read([&](store::Reading& reading) {
    reading.each<IndicatorReading>(scope, filter, [&](IndicatorReading value) {
      rows.push_back({std::move(value.indicator), value.region, value.period, value.value, std::move(value.source), value.counted_on});
    });
    return 0;
  });
  return sheet_answer(request.format, "指标填报-" + request.plan, record::write_rows(rows, sheet_format(request.format)));
}

Result<http::FileAnswer> reading_template(const ReadingTemplateRequest& request) {
  return sheet_answer(request.format, "指标填报模板", record::write_template<ReadingSheetRow>(sheet_format(request.format)));
}

CheckedResult<ImportSummary> import_readings(const Services& services, http::Context& context, const ImportReadingsRequest& request) {
  const auto library = services.plans.current();
  const auto plan = library->find(request.plan);
  if (!plan) return Refusals{refuse("plan.not_found", {request.plan})};
  const record::SheetFormat format = sheet_format(request.format);
  const Result<record::Sheet> sheet = record::read_sheet(context.body(), format);
  if (!sheet) return Refusals{sheet.error()};
  const auto rows = record::read_rows<ReadingSheetRow>(*sheet);
  if (!rows) return rows.error();
  Refusals refusals;
  std::map<std::tuple<std::string, RegionCode, std::string>, int> seen;
  for (const auto& row : *rows) {
    const ReadingSheetRow& value = row.value;
    // Members of the sheet row in the order of its description.
    constexpr std::size_t k_indicator = 0, k_region = 1, k_source = 4;
    for (Refusal& refusal : check_reading(*library, *plan, value.indicator, value.region, value.source)) {
      const std::size_t member = refusal.place == "/indicator" ? k_indicator : refusal.place == "/region" ? k_region : k_source;
      refusal.place = row.place(format, member);
      refusals.push_back(std::move(refusal));
    }
    if (!context.caller().scope.contains(value.region)) refusals.push_back(at(row.place(format, k_region), refuse("scope.outside", {value.region.text()})));
    const auto [first, fresh] = seen.emplace(std::tuple(value.indicator, value.region, value.period.text()), row.line);
    if (!fresh) refusals.push_back(at(row.place(format), refuse("readings.repeated_row", {std::to_string(first->second)})));
  }
  if (!refusals.empty()) return refusals;

  ImportSummary summary{static_cast<std::int32_t>(rows->size()), 0, 0, request.dry_run.value_or(false)};
  const auto key_filter = [&](const ReadingSheetRow& value) {
    return store::Filter().equals("plan", request.plan).equals("indicator", value.indicator).equals("region", value.region).equals("period", value.period);
  };
  const store::Scope scope = store::Scope::of_account(context.caller().scope);
  if (summary.dry_run) {
    services.store.read([&](store::Reading& reading) {
      for (const auto& row : *rows) count_row(reading.first<IndicatorReading>(scope, key_filter(row.value)), row.value, summary);
      return 0;
    });
    return summary;
  }
  store::Actor actor = actor_of(context);
  actor.door = "sheet";
  const store::Outcome outcome = services.store.write(actor, [&](store::Writing& writing) -> Result<void> {
    for (const auto& row : *rows) {
      const ReadingSheetRow& value = row.value;
      const auto old = writing.first<IndicatorReading>(scope, key_filter(value));
      if (!count_row(old, value, summary)) continue;
      const IndicatorReading fresh{old ? old->id : writing.new_id<IndicatorReading>(), value.region, request.plan, value.indicator, value.period, value.value, value.source,
                                   false, actor.account, writing.now(), value.counted_on};
      if (old)
        writing.update(fresh);
      else
        writing.insert(fresh);
    }
    return {};
  });
  if (const Result<void> done = outcome.result(); !done) return Refusals{done.error()};
  // Each place by itself, so that screens of a county hear of what the city imported.
  std::set<RegionCode> regions;
  for (const auto& row : *rows) regions.insert(row.value.region);
  for (RegionCode region : regions) tell_change(services, request.plan, region);
  return summary;
}

}  // namespace laoyou::plan
