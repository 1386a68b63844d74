// Lists of cases: what waits for the caller, day by day too, and one's own.
#include "cases/route_kit.h"
#include "cases/worklist.h"

namespace laoyou::cases {
namespace {

namespace json = boost::json;
using http::Context;
using http::Incoming;

/// Midnight in Beijing.
Instant begin_of(Date day) { return Instant{(std::int64_t{day.days()} * 24 - 8) * 3'600'000}; }

http::Reply worklist(Desk& desk, Context& context, const Incoming& incoming) {
  WorklistPage page;
  page.procedure = field(incoming, "procedure");
  if (const auto day = Date::parse(field(incoming, "day"))) {
    page.from = begin_of(*day);
    page.until = begin_of(Date::from_days(day->days() + 1));
  }
  if (const auto offset = record::read_integer(field(incoming, "offset")); offset && *offset > 0) page.offset = *offset;
  return desk.services.store.read([&](store::Snapshot& snapshot) -> http::Reply { return answered(worklist_page(desk, snapshot, context.caller(), page, context.now())); });
}

/// How many of the caller's tasks end on each day from `from` on, and how many ended before.
http::Reply calendar(Desk& desk, Context& context, const Incoming& incoming) {
  const auto asked = Date::parse(field(incoming, "from"));
  constexpr int k_days = 42;  // six weeks, as a month is drawn
  const Date from = asked ? *asked : context.now().beijing_day();
  return desk.services.store.read([&](store::Snapshot& snapshot) -> http::Reply {
    std::map<Date, std::int64_t> days;
    std::int64_t before = 0;
    for (const auto& [due, count] : terms_of(snapshot, context.caller(), begin_of(Date::from_days(from.days() + k_days)))) {
      const Date day = procedures::last_day(due);
      (day < from ? before : days[day]) += count;
    }
    json::array rows;
    for (int i = 0; i < k_days; ++i) {
      const Date day = Date::from_days(from.days() + i);
      const auto found = days.find(day);
      rows.push_back(json::object{{"day", day.text()}, {"count", found == days.end() ? 0 : found->second}, {"works", desk.services.calendar()->is_working(day)}});
    }
    return answered(json::object{{"days", std::move(rows)}, {"before", before}});
  });
}

/// The caller's own cases, the newest first.
http::Reply own_cases(Desk& desk, Context& context, const Incoming&) {
  const http::Caller& caller = context.caller();
  store::Filter filter = caller.owner ? store::Filter().equals(caller.owner->kind == powers::OwnerKind::institution ? "institution" : "household", caller.owner->id)
                                      : store::Filter().equals("opened_by", caller.account);
  filter.order_by("opened", store::Order::falling).page(0, k_page_rows);
  return desk.services.store.read([&](store::Snapshot& snapshot) -> http::Reply {
    json::array rows;
    for (const CaseFile& file : snapshot.select<CaseFile>(store::Scope::country(), filter)) {
      const auto open = opened(desk, snapshot, file);
      if (open) rows.push_back(case_line(desk, *open, context.now()));
    }
    return answered(json::object{{"rows", std::move(rows)}});
  });
}

}  // namespace

void add_list_routes(const DeskPtr& desk, http::RouteTable& table) {
  using http::Verb;
  const http::Access in = http::signed_in();
  table.push_back(route(desk, Verb::get, "/api/cases", in, {"我的办件", "My cases"}, {}, own_cases));
  table.push_back(route(desk, Verb::get, "/api/cases/tasks", in, {"待办办件", "Cases that wait"},
                        {asked("procedure", "程序", "Procedure", false), asked("day", "到期日", "Due on", false), asked("offset", "略过", "Left out", false)}, worklist));
  table.push_back(route(desk, Verb::get, "/api/cases/calendar", in, {"办件到期日历", "Calendar of terms"}, {asked("from", "从", "From", false)}, calendar));
}

}  // namespace laoyou::cases
