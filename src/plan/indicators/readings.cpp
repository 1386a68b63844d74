#include "plan/indicators/readings.h"

#include "http/asked_number.h"
#include "plan/answers/route_parts.h"

namespace laoyou::plan {
namespace {

constexpr std::int32_t k_page_rows_default = 50;
constexpr std::int32_t k_page_rows_max = 500;

/// What a page asks of the database; page and rows are set.
store::Filter filter_of(const ListReadingsRequest& request) {
  store::Filter filter;
  if (request.plan) filter.equals("plan", *request.plan);
  if (request.indicator) filter.equals("indicator", *request.indicator);
  if (request.period) filter.equals("period", *request.period);
  filter.order_by("reported_at", store::Order::falling).page(std::int64_t{*request.page - 1} * *request.page_rows, *request.page_rows);
  return filter;
}

}  // namespace

ChosenReadings readings_of_region(const ReadingsView& readings, const Plan& plan, RegionCode region) {
  return readings.choose(region, {plan.content.head.value.plan, std::nullopt, {region}});
}

ChosenReadings readings_of_parts(const ReadingsView& readings, const Plan& plan, std::optional<std::string> indicator, RegionCode region,
                                 const std::vector<regions::Region>& parts) {
  if (parts.empty()) return {};
  std::vector<RegionCode> codes;
  for (const regions::Region& part : parts) codes.push_back(part.code);
  return readings.choose(region, {plan.content.head.value.plan, std::move(indicator), std::move(codes)});
}

ReadingRow reading_row(const Library& library, const ReportedValue& reading) {
  return {reading.id,    reading.plan,   reading.indicator, reading.region,   library.regions.name(reading.region), reading.period,
          reading.value, reading.source, reading.synthetic, reading.reporter, reading.reported_at, reading.counted_on};
}

Result<http::Kept<ReadingList>> list_readings(const Services& services, http::Context& context, const ListReadingsRequest& request) {
  // An empty list would say that nobody has reported yet.
  if (request.plan)
    if (const auto found = find_plan(services, context, *request.plan); !found) return found.error();
  const auto library = services.plans.current();
  ListReadingsRequest asked = request;
  asked.region = request.region.value_or(context.caller().scope);
  const Result<std::int32_t> rows = http::asked_number("page_rows", request.page_rows, k_page_rows_default, 1, k_page_rows_max);
  const Result<std::int32_t> page = http::asked_number("page", request.page, 1, 1, http::k_page_last);
  if (!rows) return rows.error();
  if (!page) return page.error();
  asked.page_rows = *rows;
  asked.page = *page;
  const std::string key = key_of(asked);
  const store::Scope scope = store::Scope::of_account(*asked.region);
  const store::Filter filter = filter_of(asked);
  ReadingList list{{}, 0, *asked.page, *asked.page_rows};
  AnswerSource source;
  http::Kept<ReadingList> kept;
  services.store.read([&](store::Snapshot& reading) {
    source = services.kept->source(reading, library, context.now().beijing_day());
    kept = services.kept->find<ReadingList>(key, source);
    if (kept.body) return 0;
    list.total = reading.count<ReportedValue>(scope, filter);
    reading.each<ReportedValue>(scope, filter, [&](const ReportedValue& value) { list.rows.push_back(reading_row(*library, value)); });
    return 0;
  });
  if (kept.body) return kept;
  return services.kept->keep(key, source, list);
}

}  // namespace laoyou::plan
