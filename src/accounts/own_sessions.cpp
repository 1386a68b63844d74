// Where an account is signed in, and ending that.
#include <algorithm>

#include "accounts/desk.h"

namespace laoyou::accounts {
namespace {

SessionRow session_row(const Session& session, bool here) {
  return {session.id, session.created_at, session.used_at, session.client, session.program, here};
}

/// The open ones, the latest begun first.
SessionList open_sessions(store::Snapshot& snapshot, Id<Account> account, Instant now, std::string_view here) {
  SessionList list;
  for (const Session& session : snapshot.select<Session>(store::Scope::country(), store::Filter().equals("account", account))) {
    const bool idle = now.milliseconds - session.used_at.value_or(session.created_at).milliseconds >= SessionKeeper::k_idle_ms + SessionKeeper::k_noted_ms;
    if (session.expires_at > now && !idle) list.rows.push_back(session_row(session, std::to_string(session.id.number) == here));
  }
  std::sort(list.rows.begin(), list.rows.end(), [](const SessionRow& a, const SessionRow& b) { return a.created_at > b.created_at; });
  return list;
}

}  // namespace

Result<SessionList> Accounts::Desk::own_sessions(http::Context& context) const {
  return services_.store.read([&](store::Snapshot& snapshot) {
    return open_sessions(snapshot, Id<Account>{context.caller().account}, context.now(), context.caller().session);
  });
}

Result<void> Accounts::Desk::end_own_session(http::Context& context, const SessionIdRequest& request) {
  const store::WriteOutcome outcome = services_.store.write(actor_of(context), [&](store::Writing& writing) -> Result<void> {
    const auto session = writing.find(store::Scope::country(), request.id);
    if (!session || session->account.number != context.caller().account) return refuse("accounts.session_not_found");
    writing.remove(session->id);
    return {};
  });
  keeper_.forget();
  return outcome.result();
}

Result<void> Accounts::Desk::end_other_sessions(http::Context& context) {
  const store::WriteOutcome outcome = services_.store.write(actor_of(context), [&](store::Writing& writing) -> Result<void> {
    end_sessions(writing, Id<Account>{context.caller().account}, session_of(context));
    return {};
  });
  keeper_.forget();
  return outcome.result();
}

Result<SessionList> Accounts::Desk::sessions_of(http::Context& context, const AccountIdRequest& request) const {
  return services_.store.read([&](store::Snapshot& snapshot) -> Result<SessionList> {
    if (!snapshot.find(scope_of(context), request.id)) return refuse("accounts.not_found");
    return open_sessions(snapshot, request.id, context.now(), context.caller().session);
  });
}

Result<void> Accounts::Desk::end_sessions_of(http::Context& context, const AccountIdRequest& request) {
  const store::WriteOutcome outcome = services_.store.write(actor_of(context), [&](store::Writing& writing) -> Result<void> {
    if (!writing.find(scope_of(context), request.id)) return refuse("accounts.not_found");
    end_sessions(writing, request.id);
    return {};
  });
  keeper_.forget();
  return outcome.result();
}

}  // namespace laoyou::accounts
