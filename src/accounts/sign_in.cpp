#include "accounts/desk.h"
#include "accounts/totp.h"
#include "http/places.h"

namespace laoyou::accounts {
namespace {

/// What an unknown name's password is held against, so that the answer takes as long as for a known one.
const std::string& nobodys_hash(PasswordCost cost) {
  static const std::string interactive = hash_password("nobody's password", PasswordCost::interactive);
  static const std::string least = hash_password("nobody's password", PasswordCost::least);
  return cost == PasswordCost::interactive ? interactive : least;
}

}  // namespace

std::optional<Account> Accounts::Desk::find_by_name(std::string_view name) const {
  return services_.store.read(
      [&](store::Snapshot& snapshot) { return snapshot.first<Account>(store::Scope::country(), store::Filter().equals("name", name)); });
}

Me Accounts::Desk::me_of(const Account& account, std::string csrf_token) const {
  Me me{account.id, account.name, account.display_name, account.role, {}, {}, powers_of(services_, account.role, account.region).list(),
        account.region, services_.region_name(account.region), std::move(csrf_token), account.totp_secret.has_value()};
  if (const auto role = services_.find_role(account.role, account.region)) {
    me.role_name = role->zh;
    me.role_name_en = role->en;
  }
  return me;
}

Result<void> Accounts::Desk::refuse_locked(std::string_view name, const std::string& client, const Account* account) const {
  const auto locked_until = attempts_.locked_until(name, client, services_.clock.now(), account != nullptr ? account->unlocked_at : std::nullopt);
  if (locked_until) return refuse("accounts.locked", {locked_until->text()});
  return {};
}

/// Counts a wrong password or code, for the next attempts and in the journal.
Result<void> Accounts::Desk::refuse_attempt(const Account& account, const http::Context& context, std::string_view code) {
  attempts_.failed(account.name, http::client_of(context.peer()), services_.clock.now());
  const store::WriteOutcome outcome = services_.store.write(actor_of(context), [&](store::Writing& writing) -> Result<void> {
    auto fresh = writing.find(store::Scope::country(), account.id);
    if (!fresh) return {};
    ++fresh->failures;
    writing.update(*fresh);
    return {};
  });
  if (const Result<void> done = outcome.result(); !done) return done;
  return refuse(code);
}

Result<void> Accounts::Desk::check_code(const Account& account, const std::optional<std::string>& code, std::int64_t& step) {
  if (!account.totp_secret) return {};
  if (!code || code->empty()) return refuse("accounts.code_needed");
  const auto match = matching_totp_step(*account.totp_secret, *code, services_.clock.now(), account.totp_step_used);
  if (!match) return refuse("accounts.wrong_code");
  step = *match;
  return {};
}

Result<Me> Accounts::Desk::sign_in(http::Context& context, const SignInRequest& request) {
  const store::Actor actor = actor_of(context);
  const std::string client = http::client_of(context.peer());
  if (attempts_.too_many_from(client, services_.clock.now())) return refuse("accounts.too_many_attempts");
  const std::optional<Account> account = find_by_name(request.name);
  if (const Result<void> open = refuse_locked(request.name, client, account ? &*account : nullptr); !open) return open.error();
  const bool right = passwords_.run(client, [&] {
    return verify_password(account ? account->password_hash : nobodys_hash(services_.password_cost), request.password);
  });
  if (!account) {
    attempts_.failed(request.name, client, services_.clock.now());
    return refuse("accounts.wrong_password");
  }
  if (!right) return refuse_attempt(*account, context, "accounts.wrong_password").error();
  if (account->state != AccountState::active) return refuse("accounts.disabled");
  std::int64_t step = account->totp_step_used;
  if (const Result<void> checked = check_code(*account, request.code, step); !checked) {
    if (checked.error().code == "accounts.wrong_code") return refuse_attempt(*account, context, "accounts.wrong_code").error();
    return checked.error();
  }
  const std::string token = random_token(services_.random, 32);
  const std::string csrf_token = random_token(services_.random, 16);
  const store::Actor self{account->id.number, actor.door, actor.request_id};
  const store::WriteOutcome outcome = services_.store.write(self, [&](store::Writing& writing) -> Result<void> {
    auto fresh = writing.find(store::Scope::country(), account->id);
    // Between the check and now others may have guessed until it was locked, or used the same code; or it was disabled, or given a new password.
    if (!fresh || fresh->password_hash != account->password_hash) return refuse("accounts.wrong_password");
    if (fresh->state != AccountState::active) return refuse("accounts.disabled");
    if (const Result<void> open = refuse_locked(fresh->name, client, &*fresh); !open) return open;
    if (fresh->totp_secret != account->totp_secret || (fresh->totp_secret && fresh->totp_step_used >= step)) return refuse("accounts.wrong_code");
    for (const Session& old : writing.select<Session>(store::Scope::country(), store::Filter().equals("account", account->id)))
      if (old.expires_at <= writing.now()) writing.remove(old.id);
    writing.insert(Session{writing.new_id<Session>(), fresh->region, fresh->id, token_hash(token), csrf_token, writing.now(),
                           writing.now().plus_milliseconds(SessionKeeper::k_lifetime_ms)});
    fresh->failures = 0;
    fresh->locked_until.reset();
    fresh->totp_step_used = step;
    fresh->last_sign_in_at = writing.now();
    writing.update(*fresh);
    return {};
  });
  if (const Result<void> done = outcome.result(); !done) return done.error();
  attempts_.succeeded(account->name, client, services_.clock.now());
  context.set_session_cookie(token, SessionKeeper::k_lifetime_ms / 1000);
  return me_of(*account, csrf_token);
}

Result<void> Accounts::Desk::sign_out(http::Context& context) {
  const Id<Session> id{std::stoll(context.caller().session)};
  const store::WriteOutcome outcome = services_.store.write(actor_of(context), [&](store::Writing& writing) -> Result<void> {
    if (writing.find(store::Scope::country(), id)) writing.remove(id);
    return {};
  });
  keeper_.forget();
  context.clear_session_cookie();
  return outcome.result();
}

std::optional<Account> Accounts::Desk::own_account(const http::Context& context) const {
  return services_.store.read(
      [&](store::Snapshot& snapshot) { return snapshot.find(store::Scope::of_account(context.caller().scope), Id<Account>{context.caller().account}); });
}

Result<Me> Accounts::Desk::me(http::Context& context) const {
  const auto account = own_account(context);
  if (!account) return refuse("accounts.not_found");
  return me_of(*account, context.caller().csrf_token);
}

}  // namespace laoyou::accounts
