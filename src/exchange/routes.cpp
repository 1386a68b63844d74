#include <algorithm>

#include "exchange/data_values.h"
#include "exchange/requests.h"
#include "exchange/room.h"
#include "http/declare_route.h"
#include "plan/answers/reading_record.h"
#include "record/sheet_rows.h"
#include "store/actor_of.h"

namespace laoyou::exchange {
namespace {

using http::Context;
using powers::Power;

struct Asked {
  std::shared_ptr<const plan::Library> library;
  std::shared_ptr<const plan::Plan> plan;
  RegionCode region;
};

Result<Asked> asked_of(const Services& services, const Context& context, const std::string& key, const std::optional<RegionCode>& region) {
  Asked asked{services.plans.current(), nullptr, {}};
  asked.plan = asked.library->find(key);
  const RegionCode scope = context.caller().scope;
  if (!asked.plan) return refuse("plan.not_found", {key});
  const RegionCode own = asked.plan->content.head.value.region;
  if (!own.contains(scope) && !scope.contains(own)) return refuse("plan.not_found", {key});
  if (region && !own.contains(*region)) return refuse("plan.region_outside", {region->text(), asked.plan->content.head.value.title});
  asked.region = region.value_or(own.contains(scope) ? scope : own);
  return asked;
}

void add_reported(const Services& services, const Asked& asked, const DataValuesRequest& request, DataValueSet& set) {
  services.store.read([&](store::Snapshot& snapshot) {
    snapshot.each<plan::ReportedValue>(store::Scope::of_account(asked.region), store::Filter().equals("plan", request.plan), [&](const plan::ReportedValue& value) {
      if (request.period && value.period != *request.period) return;
      set.values.push_back({value.indicator, value.period, value.region, value.value.text(), value.source});
    });
    return 0;
  });
}

/// Of the region and of each place of the next level, aggregated there: never added up from its parts.
void add_computed(const Services& services, const Asked& asked, const Period& period, DataValueSet& set) {
  if (!asked.plan->book) return;
  std::vector<int> rules;
  for (const auto& row : asked.plan->content.indicators)
    if (const int rule = row.value.value ? asked.plan->book->find_rule(row.value.key) : -1; rule >= 0 && asked.plan->book->rules[static_cast<std::size_t>(rule)].record < 0)
      rules.push_back(rule);
  std::vector<std::vector<RegionCode>> levels{{asked.region}};
  levels.emplace_back();
  for (const regions::Region& child : asked.library->regions.children(asked.region))
    if (levels[1].empty() || child.code.level() == levels[1].front().level()) levels[1].push_back(child.code);
  services.facts.read_totals([&](const facts::TotalsOf& totals_of, const facts::FactsMoment&) {
    for (const std::vector<RegionCode>& places : levels)
      for (const auto& [place, totals] : totals_of(asked.plan->book, period, rules, places))
        for (std::size_t i = 0; i < rules.size(); ++i)
          if (totals[i].value) set.values.push_back({asked.plan->book->rules[static_cast<std::size_t>(rules[i])].key, period, place, totals[i].value->text(), ""});
    return 0;
  });
}

CheckedResult<http::FileAnswer> send_out(const Services& services, Context& context, const DataValuesRequest& request) {
  const Result<Asked> asked = asked_of(services, context, request.plan, request.region);
  if (!asked) return Refusals{asked.error()};
  DataValueSet set{request.plan, {}};
  const ValuesFrom from = request.values.value_or(ValuesFrom::reported);
  if (from == ValuesFrom::computed && !request.period) return Refusals{at("/period", refuse("json.missing_field", {"period"}))};
  if (from == ValuesFrom::reported)
    add_reported(services, *asked, request, set);
  else
    add_computed(services, *asked, *request.period, set);
  const bool adx = request.format == ExchangeForm::adx;
  return http::FileAnswer{adx ? "application/adx+xml" : "application/json", request.plan + (adx ? ".adx.xml" : ".json"), adx ? write_adx(set, context.now()) : write_dhis2(set, context.now())};
}

CheckedResult<plan::ImportSummary> take_in(const Services& services, Context& context, const TakeValuesRequest& request) {
  const CheckedResult<DataValueSet> set = request.format == ExchangeForm::adx ? read_adx(context.body()) : read_dhis2(context.body());
  if (!set) return set.error();
  if (!set->data_set.empty() && set->data_set != request.plan) return Refusals{refuse("exchange.other_plan", {set->data_set})};
  std::vector<plan::ReadingSheetRow> rows;
  for (const DataValue& value : set->values) {
    plan::ReadingSheetRow row;
    row.indicator = value.element;
    row.region = value.region.text();
    row.period = value.period.text();
    row.value = value.value;
    row.source = value.comment.empty() ? "数据交换" : value.comment;
    rows.push_back(std::move(row));
  }
  // From here on it is a sheet as any reporter's, with the same checks, questions and rights.
  const std::string sheet = record::write_rows(rows, record::SheetFormat::csv);
  CheckedResult<plan::ImportSummary> summary = services.import(store::acting_of(context), {plan::SheetKind::csv, request.plan, request.dry_run, request.confirmed}, sheet);
  return summary;
}

}  // namespace

http::RouteTable routes(Services services) {
  constexpr std::size_t k_bytes_max = 32u << 20;
  http::RouteTable table;
  table.push_back(http::get("/api/plans/{plan}/data-values", http::needs({Power::plan_read}).also(Power::sheets_export), {"指标值，按 DHIS2 或 ADX 的格式", "Values of indicators as DHIS2 or ADX"},
                            [services](Context& context, const DataValuesRequest& request) { return send_out(services, context, request); })
                      .heavy());
  table.push_back(http::post("/api/plans/{plan}/data-values", http::needs({Power::values_report}), {"收入 DHIS2 或 ADX 的指标值", "Take in values of indicators as DHIS2 or ADX"},
                             [services](Context& context, const TakeValuesRequest& request) { return take_in(services, context, request); })
                      .takes_file({"application/json", "application/adx+xml", "application/xml", "text/xml", "application/octet-stream"}, k_bytes_max)
                      .heavy());
  return table;
}

}  // namespace laoyou::exchange
