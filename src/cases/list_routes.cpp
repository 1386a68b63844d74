// Lists of cases: what waits for the caller, day by day too, and one's own.
#include "cases/route_kit.h"
#include "cases/worklist.h"

namespace laoyou::cases {
namespace {

using http::Context;
using http::Incoming;

/// Midnight in Beijing.
Instant begin_of(Date day) { return Instant{(std::int64_t{day.days()} * 24 - 8) * 3'600'000}; }

CheckedResult<Worklist> worklist(Desk& desk, Context& context, const Incoming& incoming) {
  WorklistPage page;
  page.procedure = field(incoming, "procedure");
  if (const auto day = Date::parse(field(incoming, "day"))) {
    page.from = begin_of(*day);
    page.until = begin_of(Date::from_days(day->days() + 1));
  }
  if (const auto offset = record::read_integer(field(incoming, "offset")); offset && *offset > 0) page.offset = *offset;
  return desk.services.store.read([&](store::Snapshot& snapshot) { return worklist_page(desk, snapshot, context.caller(), page, context.now()); });
}

/// How many of the caller's tasks end on each day from `from` on, and how many ended before.
CheckedResult<TermCalendar> calendar(Desk& desk, Context& context, const Incoming& incoming) {
  const auto asked = Date::parse(field(incoming, "from"));
  constexpr int k_days = 42;  // six weeks, as a month is drawn
  const Date from = asked ? *asked : context.now().beijing_day();
  return desk.services.store.read([&](store::Snapshot& snapshot) {
    std::map<Date, std::int64_t> days;
    TermCalendar all;
    for (const auto& [due, count] : terms_of(snapshot, context.caller(), begin_of(Date::from_days(from.days() + k_days)))) {
      const Date day = procedures::last_day(due);
      (day < from ? all.before : days[day]) += count;
    }
    for (int i = 0; i < k_days; ++i) {
      const Date day = Date::from_days(from.days() + i);
      all.days.push_back({day, days[day], desk.services.calendar()->is_working(day)});
    }
    return all;
  });
}

/// The caller's own cases, the newest first.
CheckedResult<OwnCases> own_cases(Desk& desk, Context& context, const Incoming&) {
  const http::Caller& caller = context.caller();
  store::Filter filter = caller.owner ? store::Filter().equals(caller.owner->kind == powers::OwnerKind::institution ? "institution" : "household", caller.owner->id)
                                      : store::Filter().equals("opened_by", caller.account);
  filter.order_by("opened", store::Order::falling).page(0, k_page_rows);
  return desk.services.store.read([&](store::Snapshot& snapshot) {
    OwnCases own;
    for (const CaseFile& file : snapshot.select<CaseFile>(store::Scope::country(), filter)) {
      const auto open = opened(desk, snapshot, file);
      if (open) own.rows.push_back(case_line(desk, *open, context.now()));
    }
    return own;
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
