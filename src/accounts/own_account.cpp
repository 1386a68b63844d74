#include "accounts/desk.h"
#include "accounts/totp.h"
#include "http/places.h"

namespace laoyou::accounts {

/// Changes the caller's own account inside one command.
Result<void> Accounts::Desk::change_own(http::Context& context, const std::function<Result<void>(Account&)>& change) {
  const store::WriteOutcome outcome = services_.store.write(actor_of(context), [&](store::Writing& writing) -> Result<void> {
    auto account = writing.find(store::Scope::of_account(context.caller().scope), Id<Account>{context.caller().account});
    if (!account) return refuse("accounts.not_found");
    if (const Result<void> changed = change(*account); !changed) return changed;
    writing.update(*account);
    return {};
  });
  return outcome.result();
}

/// Counted like a sign-in: whoever has only taken over a session must not try passwords through it.
Result<void> Accounts::Desk::check_own_password(http::Context& context, const Account& account, std::string_view password) {
  if (const Result<void> open = refuse_locked(account.name, http::client_of(context.peer()), &account); !open) return open;
  if (passwords_.run({}, [&] { return verify_password(account.password_hash, password); })) return {};
  return refuse_attempt(account, context, "accounts.wrong_password");
}

Result<void> Accounts::Desk::change_password(http::Context& context, const ChangePasswordRequest& request) {
  const auto account = own_account(context);
  if (!account) return refuse("accounts.not_found");
  if (const Result<void> right = check_own_password(context, *account, request.current); !right) return right;
  if (const Result<void> strong = check_password_rules(request.new_password, account->name); !strong) return at("/new_password", strong.error());
  const std::string hash = hashed(request.new_password);
  const Id<Session> kept{std::stoll(context.caller().session)};
  const store::WriteOutcome outcome = services_.store.write(actor_of(context), [&](store::Writing& writing) -> Result<void> {
    auto fresh = writing.find(store::Scope::country(), account->id);
    if (!fresh) return refuse("accounts.not_found");
    fresh->password_hash = hash;
    writing.update(*fresh);
    end_sessions(writing, fresh->id, kept);
    return {};
  });
  keeper_.forget();
  return outcome.result();
}

/// Also where codes are on already: whoever has only taken over a session must not put a phone of their own in place of the owner's.
Result<TotpOffer> Accounts::Desk::begin_totp(http::Context& context, const TotpBeginRequest& request) {
  const auto account = own_account(context);
  if (!account) return refuse("accounts.not_found");
  if (const Result<void> right = check_own_password(context, *account, request.password); !right) return right.error();
  const std::string secret = new_totp_secret(services_.random);
  const Result<void> kept = change_own(context, [&](Account& account) -> Result<void> {
    account.totp_pending = secret;
    return {};
  });
  if (!kept) return kept.error();
  return TotpOffer{secret, totp_uri(secret, context.caller().name)};
}

Result<void> Accounts::Desk::confirm_totp(http::Context& context, const TotpCodeRequest& request) {
  const auto own = own_account(context);
  if (!own) return refuse("accounts.not_found");
  if (const Result<void> open = refuse_locked(own->name, http::client_of(context.peer()), &*own); !open) return open;
  const Result<void> confirmed = change_own(context, [&](Account& account) -> Result<void> {
    if (!account.totp_pending) return refuse("accounts.no_code_offered");
    const auto step = matching_totp_step(*account.totp_pending, request.code, services_.clock.now(), 0);
    if (!step) return refuse("accounts.wrong_code");
    account.totp_secret = account.totp_pending;
    account.totp_pending.reset();
    account.totp_step_used = *step;
    return {};
  });
  if (!confirmed && confirmed.error().code == "accounts.wrong_code") return refuse_attempt(*own, context, "accounts.wrong_code");
  return confirmed;
}

Result<void> Accounts::Desk::remove_totp(http::Context& context, const TotpRemoveRequest& request) {
  const auto account = own_account(context);
  if (!account) return refuse("accounts.not_found");
  if (const Result<void> right = check_own_password(context, *account, request.password); !right) return right;
  return change_own(context, [](Account& own) -> Result<void> {
    own.totp_secret.reset();
    own.totp_pending.reset();
    return {};
  });
}

}  // namespace laoyou::accounts
