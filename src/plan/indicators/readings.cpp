#include "plan/indicators/readings.h"

#include "http/asked_number.h"
#include "plan/answers/route_parts.h"
#include "plan/indicators/newest_readings.h"

namespace laoyou::plan {
namespace {

constexpr std::int32_t k_page_rows_default = 50;
constexpr std::int32_t k_page_rows_max = 500;

/// All values as the snapshot has them: those in memory, or where these are newer already, its own.
std::shared_ptr<const AllReadings> all_readings(const Services& services, store::Snapshot& reading) {
  if (auto kept = services.kept->readings(reading)) return kept;
  return std::make_shared<const AllReadings>(ReadingsView(reading).everything());
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

Result<http::Kept<ReadingList>> list_readings(const Services& services, const store::Acting& acting, const ListReadingsRequest& request) {
  // An empty list would say that nobody has reported yet.
  if (request.plan)
    if (const auto found = find_plan(services, acting, *request.plan); !found) return found.error();
  const auto library = services.plans.current();
  ListReadingsRequest asked = request;
  asked.region = request.region.value_or(acting.scope.region());
  const Result<std::int32_t> rows = http::asked_number("page_rows", request.page_rows, k_page_rows_default, 1, k_page_rows_max);
  const Result<std::int32_t> page = http::asked_number("page", request.page, 1, 1, http::k_page_last);
  if (!rows) return rows.error();
  if (!page) return page.error();
  asked.page_rows = *rows;
  asked.page = *page;
  const std::string key = key_of(asked);
  ReadingList list{{}, 0, *asked.page, *asked.page_rows};
  AnswerSource source;
  http::Kept<ReadingList> kept;
  services.store.read([&](store::Snapshot& reading) {
    source = services.kept->source(reading, library, acting.at.beijing_day());
    kept = services.kept->find<ReadingList>(key, source);
    if (kept.body) return 0;
    const auto all = all_readings(services, reading);
    const ReadingsPage found = newest_readings(*all, {*asked.region, asked.plan, asked.indicator, asked.period}, std::int64_t{*page - 1} * *rows, *rows);
    list.total = found.total;
    for (const ReportedValue* value : found.rows) list.rows.push_back(reading_row(*library, *value));
    return 0;
  });
  if (kept.body) return kept;
  return services.kept->keep(key, source, list);
}

}  // namespace laoyou::plan
