// The password once more: a session that somebody left open, or took, is not enough to make accounts, keys and tokens.
#include "accounts/desk.h"

namespace laoyou::accounts {

Result<void> Accounts::Desk::prove(http::Context& context, const ProveRequest& request) {
  const auto account = own_account(context);
  if (!account) return refuse("accounts.not_found");
  if (const Result<void> right = check_own_password(context, *account, request.password); !right) return right;
  const Id<Session> id = session_of(context);
  const store::WriteOutcome outcome = services_.store.write(actor_of(context), [&](store::Writing& writing) -> Result<void> {
    auto session = writing.find(store::Scope::country(), id);
    if (!session) return refuse("accounts.session_not_found");
    session->proved_at = writing.now();
    writing.update(*session);
    return {};
  });
  return outcome.result();
}

Result<void> Accounts::Desk::refuse_unproved(const http::Context& context) const {
  const Id<Session> id = session_of(context);
  const auto session = services_.store.read([&](store::Snapshot& snapshot) { return snapshot.find(store::Scope::country(), id); });
  const bool fresh = session && context.now().milliseconds - session->proved_at.value_or(session->created_at).milliseconds < SessionKeeper::k_proof_ms;
  return fresh ? Result<void>() : refuse("accounts.prove_again");
}

}  // namespace laoyou::accounts
