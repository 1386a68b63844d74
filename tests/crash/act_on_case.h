// One act of somebody in a case of a town.
#pragma once

#include "case_town.h"

namespace laoyou::crash {

inline http::Caller caller(std::int64_t account, std::string role, RegionCode scope) {
  http::Caller made;
  made.account = account;
  made.role = std::move(role);
  made.powers = powers::Powers::all();
  made.scope = scope;
  return made;
}

/// The id of the event is what is done: sent again it is the same event. Its id, once it is durable.
inline std::string act_on_case(CaseTown& town, const http::Caller& who, std::int64_t id, procedures::Act act, const std::string& part, const std::string& decision) {
  cases::ActRequest request;
  request.event.id = record::Leaf<procedures::Act>::to_json_text(act) + part;
  request.event.act = act;
  request.event.part = part;
  request.event.decision = decision;
  const auto outcome = town.store().write(store::Actor{who.account, "web", ""}, [&](store::Writing& writing) -> Result<void> {
    const auto done = cases::perform(town.desk(), writing, who, id, request);
    if (done) return {};
    return done.error().front();
  });
  CHECK(outcome.done());
  return request.event.id;
}

}  // namespace laoyou::crash
