#include "plan/indicators/computed_values.h"
#include "plan/indicators/period_form.h"
#include "plan/answers/route_parts.h"

namespace laoyou::plan {

using http::Context;
using powers::Power;

namespace {

/// What the registers give for the period of the form.
void add_computed(PeriodForm& form, const Found& found, const facts::FactsKeeper& keeper, Date today) {
  IndicatorList list{form.region, form.region_name, form.region.level(), {}};
  for (const PeriodFormRow& row : form.rows) {
    IndicatorState state;
    state.key = row.indicator;
    state.value_rule = found.plan->find_indicator(row.indicator)->value.value;
    state.actual = Actual{form.period, {}, std::nullopt, "", false, std::nullopt};
    list.rows.push_back(std::move(state));
  }
  add_computed(list, *found.library, *found.plan, keeper, today);
  for (std::size_t i = 0; i < form.rows.size(); ++i) form.rows[i].computed = list.rows[i].computed;
}

}  // namespace

void add_period_form_routes(const Services& services, http::RouteTable& table) {
  table.push_back(http::get("/api/plans/{plan}/period-form", http::needs({Power::plan_read}), {"一个周期的填报表和填报率", "The form of a period, and who has sent it"},
                            [services](Context& context, const PeriodFormRequest& request) -> Result<http::Kept<PeriodForm>> {
                              const Result<Found> found = find_plan(services, store::acting_of(context), request.plan);
                              if (!found) return found.error();
                              const Result<RegionCode> region = region_for(*found, store::acting_of(context), request.region);
                              if (!region) return region.error();
                              const PeriodFormRequest asked{request.plan, *region, request.period};
                              const Date today = context.now().beijing_day();
                              return kept_answer<PeriodForm>(services, found->library, today, key_of(asked), [&](store::Snapshot& reading) {
                                PeriodForm form = period_form(ReadingsView(reading, services.kept->readings(reading)), *found->library, *found->plan, asked, today);
                                add_computed(form, *found, services.facts, today);
                                return Result<PeriodForm>(std::move(form));
                              }, registers_as_of(services, *found->plan));
                            }));
}

}  // namespace laoyou::plan
