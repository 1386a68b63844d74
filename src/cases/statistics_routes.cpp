// GET /api/cases/statistics: for those who look after a place.
#include "cases/route_kit.h"
#include "cases/statistics.h"

namespace laoyou::cases {
namespace {

CheckedResult<Statistics> show_statistics(Desk& desk, http::Context& context, const http::Incoming& incoming) {
  const auto region = RegionCode::parse(field(incoming, "region"));
  StatisticsQuestion question;
  question.region = region ? *region : context.caller().scope;
  question.procedure = field(incoming, "procedure");
  if (!context.caller().scope.contains(question.region)) return refused({at("/region", refuse("scope.outside"))});
  const Date today = context.now().beijing_day();
  const auto from = Date::parse(field(incoming, "from")), until = Date::parse(field(incoming, "until"));
  const Date first = from ? *from : Date::from_days(today.days() - 365), last = until ? *until : today;
  question.from = Instant{(std::int64_t{first.days()} * 24 - 8) * 3'600'000};
  question.until = Instant{((std::int64_t{last.days()} + 1) * 24 - 8) * 3'600'000};
  return desk.services.store.read([&](store::Snapshot& snapshot) {
    Statistics all = statistics(desk, snapshot, question, context.now());
    all.from = first;
    all.until = last;
    all.region_name = desk.services.region_name(question.region);
    return all;
  });
}

}  // namespace

void add_statistics_routes(const DeskPtr& desk, http::RouteTable& table) {
  table.push_back(route(desk, http::Verb::get, "/api/cases/statistics", http::needs({powers::Power::plan_read}), {"办件统计", "Statistics of cases"},
                        {asked("region", "地区", "Region", false), asked("procedure", "程序", "Procedure", false), asked("from", "从", "From", false), asked("until", "到", "Until", false)},
                        show_statistics)
                      .heavy());
}

}  // namespace laoyou::cases
