#include "cases/deputies.h"

#include <algorithm>

namespace laoyou::cases {
namespace {

bool may_do_something(const http::Caller& caller, const OpenCase& open) {
  const procedures::Actor actor = actor_of(caller, open);
  const auto all = procedures::allowed(*open.procedure, open.state);
  return std::any_of(all.begin(), all.end(), [&](const procedures::Allowed& each) { return each.office != procedures::k_anyone && procedures::may(*open.procedure, open.state, each, actor); });
}

bool may_do(const http::Caller& caller, const OpenCase& open, const procedures::Event& event) {
  const procedures::Actor actor = actor_of(caller, open);
  const auto all = procedures::allowed(*open.procedure, open.state);
  return std::any_of(all.begin(), all.end(), [&](const procedures::Allowed& each) {
    return each.act == event.act && each.part == event.part && each.decision == event.decision && procedures::may(*open.procedure, open.state, each, actor);
  });
}

}  // namespace

std::vector<http::Caller> absent_colleagues(const Desk& desk, const store::Snapshot& snapshot, const http::Caller& caller, Date today) {
  std::vector<http::Caller> all;
  if (caller.account == 0 || !desk.services.caller_of) return all;
  for (const CaseAbsence& each : snapshot.select<CaseAbsence>(store::Scope::country(), store::Filter().equals("deputy", caller.account).at_least("until", today).at_most("from", today)))
    if (auto colleague = desk.services.caller_of(each.account)) all.push_back(std::move(*colleague));
  return all;
}

std::optional<http::Caller> as_whom(const Desk& desk, const store::Snapshot& snapshot, const http::Caller& caller, const OpenCase& open, Date today) {
  const bool seen = sees(caller, open);
  if (seen && may_do_something(caller, open)) return caller;
  std::optional<http::Caller> first;
  for (const http::Caller& colleague : absent_colleagues(desk, snapshot, caller, today)) {
    if (!sees(colleague, open)) continue;
    if (may_do_something(colleague, open)) return colleague;
    if (!first) first = colleague;
  }
  if (seen) return caller;
  return first;
}

http::Caller as_whom(const Desk& desk, const store::Snapshot& snapshot, const http::Caller& caller, const OpenCase& open, const procedures::Event& event, Date today) {
  if (may_do(caller, open, event)) return caller;
  for (const http::Caller& colleague : absent_colleagues(desk, snapshot, caller, today))
    if (may_do(colleague, open, event)) return colleague;
  return caller;
}

}  // namespace laoyou::cases
