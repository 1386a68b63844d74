// /api/cases/absences: who is away and who acts in his place.
#include "cases/deputies.h"
#include "cases/route_kit.h"

namespace laoyou::cases {
namespace {

namespace json = boost::json;
using http::Context;
using http::Incoming;
using store::Filter;
using store::Scope;

std::vector<ShownAbsence> absences_shown(Desk& desk, const std::vector<CaseAbsence>& absences) {
  std::vector<ShownAbsence> rows;
  for (const CaseAbsence& each : absences) rows.push_back({each.id, desk.services.account_name(each.account), desk.services.account_name(each.deputy), each.from, each.until});
  return rows;
}

std::vector<ActingUnit::Person> colleagues_of(Desk& desk, const store::Snapshot& snapshot, const http::Caller& caller) {
  std::vector<ActingUnit::Person> all;
  if (caller.unit != 0 && desk.services.people_of) all = desk.services.people_of(snapshot, caller.unit);
  std::erase_if(all, [&](const ActingUnit::Person& person) { return person.account == caller.account; });
  return all;
}

CheckedResult<Absences> list(Desk& desk, Context& context, const Incoming&) {
  const Date today = context.now().beijing_day();
  return desk.services.store.read([&](store::Snapshot& snapshot) -> CheckedResult<Absences> {
    const auto of = [&](std::string column) {
      return absences_shown(desk, snapshot.select<CaseAbsence>(Scope::country(), Filter().equals(std::move(column), context.caller().account).at_least("until", today).order_by("from")));
    };
    Absences absences{of("account"), of("deputy"), {}};
    for (const ActingUnit::Person& person : colleagues_of(desk, snapshot, context.caller())) absences.colleagues.push_back({std::to_string(person.account), person.name});
    return absences;
  });
}

/// What is wrong with it: a colleague of one's own unit, days that have not passed, a year at most.
Refusals refused_absence(Desk& desk, const store::Snapshot& snapshot, Context& context, const json::object& body) {
  constexpr int k_days_at_most = 366;
  Refusals wrong;
  const auto from = Date::parse(text(body, "from")), until = Date::parse(text(body, "until"));
  if (!from) wrong.push_back(at("/from", from.error()));
  if (!until) wrong.push_back(at("/until", until.error()));
  if (from && until && (*until < *from || *until < context.now().beijing_day() || until->days() - from->days() > k_days_at_most)) wrong.push_back(at("/until", refuse("cases.absence_days")));
  const std::vector<ActingUnit::Person> colleagues = colleagues_of(desk, snapshot, context.caller());
  const std::int64_t deputy = whole(body, "deputy");
  if (std::none_of(colleagues.begin(), colleagues.end(), [&](const ActingUnit::Person& person) { return person.account == deputy; })) wrong.push_back(at("/deputy", refuse("cases.no_colleague")));
  return wrong;
}

CheckedResult<Absences> say(Desk& desk, Context& context, const Incoming& incoming) {
  const json::object body = body_of(incoming);
  Refusals wrong;
  const auto outcome = desk.services.store.write(journal_actor(context), [&](store::Writing& writing) -> Result<void> {
    wrong = refused_absence(desk, writing, context, body);
    if (!wrong.empty()) return wrong.front();
    writing.beyond_scope().insert(CaseAbsence{writing.new_id<CaseAbsence>(), context.caller().scope, context.caller().account, whole(body, "deputy"), *Date::parse(text(body, "from")),
                                              *Date::parse(text(body, "until")), writing.now()});
    return {};
  });
  if (!wrong.empty()) return refused(std::move(wrong));
  if (const Result<void> done = outcome.result(); !done) return refused({done.error()});
  return list(desk, context, incoming);
}

/// Back before it was said, or said by mistake: what the deputy did stays done.
CheckedResult<Absences> end(Desk& desk, Context& context, const Incoming& incoming) {
  const auto id = case_id(incoming);
  if (!id) return refused({refuse("absences.not_found")});
  const auto outcome = desk.services.store.write(journal_actor(context), [&](store::Writing& writing) -> Result<void> {
    const auto absence = writing.find(Scope::country(), Id<CaseAbsence>{*id});
    if (!absence || absence->account != context.caller().account) return refuse("absences.not_found");
    writing.beyond_scope().remove(absence->id);
    return {};
  });
  if (const Result<void> done = outcome.result(); !done) return refused({done.error()});
  return list(desk, context, incoming);
}

}  // namespace

void add_absence_routes(const DeskPtr& desk, http::RouteTable& table) {
  using http::Verb;
  const http::Access in = http::signed_in();
  table.push_back(route(desk, Verb::get, "/api/cases/absences", in, {"外出与代理", "Absences and deputies"}, {}, list));
  table.push_back(route(desk, Verb::post, "/api/cases/absences", in, {"登记外出", "Say that one is away"},
                        {asked("deputy", "代理人", "Deputy", true), asked("from", "从", "From", true), asked("until", "到", "Until", true)}, say));
  table.push_back(route(desk, Verb::remove, "/api/cases/absences/{id}", in, {"取消外出", "Take it back"}, {asked("id", "编号", "Id", true)}, end));
}

}  // namespace laoyou::cases
