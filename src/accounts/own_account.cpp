#include "accounts/desk.h"
#include "accounts/key_notices.h"
#include "accounts/recovery.h"
#include "accounts/totp.h"
#include "http/places.h"

namespace laoyou::accounts {

/// Changes the caller's own account inside one command.
Result<void> Accounts::Desk::change_own(http::Context& context, const std::function<Result<void>(Account&)>& change, const notices::Kind* told) {
  const store::WriteOutcome outcome = services_.store.write(actor_of(context), [&](store::Writing& writing) -> Result<void> {
    auto account = writing.find(store::Scope::of_account(context.caller().scope), Id<Account>{context.caller().account});
    if (!account) return refuse("accounts.not_found");
    if (const Result<void> changed = change(*account); !changed) return changed;
    writing.update(*account);
    if (told != nullptr) tell_of_keys(writing, *account, *told);
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
  // The one that somebody else has set, and knows, is no new one.
  if (request.new_password == request.current) return at("/new_password", refuse("accounts.same_password"));
  if (const Result<void> strong = check_password_rules(request.new_password, account->name); !strong) return at("/new_password", strong.error());
  const std::string hash = hashed(request.new_password);
  const Id<Session> kept = session_of(context);
  const store::WriteOutcome outcome = services_.store.write(actor_of(context), [&](store::Writing& writing) -> Result<void> {
    auto fresh = writing.find(store::Scope::country(), account->id);
    if (!fresh) return refuse("accounts.not_found");
    fresh->password_hash = hash;
    fresh->password_from_other = false;
    fresh->keys_changed_at = writing.now();
    writing.update(*fresh);
    tell_of_keys(writing, *fresh, k_password_changed);
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

Result<RecoveryCodes> Accounts::Desk::confirm_totp(http::Context& context, const TotpCodeRequest& request) {
  const auto own = own_account(context);
  if (!own) return refuse("accounts.not_found");
  if (const Result<void> open = refuse_locked(own->name, http::client_of(context.peer()), &*own); !open) return open.error();
  const std::vector<std::string> codes = new_recovery_codes(services_.random);
  const Result<void> confirmed = change_own(context, [&](Account& account) -> Result<void> {
    if (!account.totp_pending) return refuse("accounts.no_code_offered");
    const auto step = matching_totp_step(*account.totp_pending, request.code, services_.clock.now(), 0);
    if (!step) return refuse("accounts.wrong_code");
    account.totp_secret = account.totp_pending;
    account.totp_pending.reset();
    account.totp_step_used = *step;
    keep_recovery_codes(account, codes);
    return {};
  }, &k_codes_on);
  keeper_.forget();
  if (!confirmed && confirmed.error().code == "accounts.wrong_code") return refuse_attempt(*own, context, "accounts.wrong_code").error();
  if (!confirmed) return confirmed.error();
  return RecoveryCodes{codes};
}

void Accounts::Desk::keep_recovery_codes(Account& account, const std::vector<std::string>& codes) const {
  account.recovery_hashes.clear();
  for (const std::string& code : codes) account.recovery_hashes.push_back(recovery_hash(code));
  account.keys_changed_at = services_.clock.now();
}

Result<RecoveryCodes> Accounts::Desk::renew_recovery_codes(http::Context& context, const TotpBeginRequest& request) {
  const auto account = own_account(context);
  if (!account) return refuse("accounts.not_found");
  if (const Result<void> right = check_own_password(context, *account, request.password); !right) return right.error();
  const std::vector<std::string> codes = new_recovery_codes(services_.random);
  const Result<void> kept = change_own(context, [&](Account& own) -> Result<void> {
    if (!own.totp_secret) return refuse("accounts.no_code_offered");
    keep_recovery_codes(own, codes);
    return {};
  }, &k_recovery_codes_renewed);
  if (!kept) return kept.error();
  return RecoveryCodes{codes};
}

Result<void> Accounts::Desk::remove_totp(http::Context& context, const TotpRemoveRequest& request) {
  const auto account = own_account(context);
  if (!account) return refuse("accounts.not_found");
  if (const Result<void> right = check_own_password(context, *account, request.password); !right) return right;
  if (const auto role = services_.find_role(account->role, account->region); role && role->code_required) return refuse("accounts.code_obligatory", {role->zh});
  return change_own(context, [&](Account& own) -> Result<void> {
    drop_code(own);
    own.keys_changed_at = services_.clock.now();
    return {};
  }, &k_codes_off);
}

}  // namespace laoyou::accounts
