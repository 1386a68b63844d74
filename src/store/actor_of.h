// Who a request's changes are written under.
#pragma once

#include <string>

#include "store/acting.h"

namespace laoyou::store {

/// Of an http::Context, which this room does not know; nobody signed in is account 0.
template <class Context>
Actor actor_of(const Context& context) {
  return {context.has_caller() ? context.caller().account : 0, std::string(text(context.door())), context.request_id()};
}

/// Of a signed-in caller: what is changed by it, where, and with which powers.
template <class Context>
Acting acting_of(const Context& context) {
  const auto& caller = context.caller();
  return {actor_of(context), Scope::of_account(caller.scope).owned_by(caller.owner), caller.powers, context.now()};
}

/// The handler of a use case that needs no more of a request than who acts: what a command or a job may call as well.
template <class Context, class Services, class Answer, class Request>
auto acted(const Services& services, Answer (*use_case)(const Services&, const Acting&, const Request&)) {
  return [services, use_case](Context& context, const Request& request) { return use_case(services, acting_of(context), request); };
}

}  // namespace laoyou::store
