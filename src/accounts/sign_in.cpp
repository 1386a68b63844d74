#include <algorithm>

#include "accounts/desk.h"
#include "accounts/display_name.h"
#include "accounts/key_notices.h"
#include "accounts/recovery.h"
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

/// Makes room for one more session.
void end_least_used(store::Writing& writing, std::vector<Session>& open) {
  const auto last_used = [](const Session& session) { return session.used_at.value_or(session.created_at).milliseconds; };
  std::sort(open.begin(), open.end(), [&](const Session& a, const Session& b) { return last_used(a) > last_used(b); });
  for (; open.size() >= SessionKeeper::k_sessions_max; open.pop_back()) writing.remove(open.back().id);
}

}  // namespace

std::optional<Account> Accounts::Desk::find_by_name(std::string_view name) const {
  return services_.store.read(
      [&](store::Snapshot& snapshot) { return snapshot.first<Account>(store::Scope::country(), store::Filter().equals("name", name)); });
}

Me Accounts::Desk::me_of(const Account& account, const Session& session) const {
  const Rights rights = services_.store.read([&](store::Snapshot& snapshot) { return rights_of(services_, snapshot, account); });
  Me me;
  me.id = account.id;
  me.name = account.name;
  me.display_name = account.display_name;
  me.role = account.role;
  if (rights.role) me.role_name = rights.role->zh;
  if (rights.role) me.role_name_en = rights.role->en;
  me.powers = rights.powers.list();
  me.region = account.region;
  me.region_name = services_.region_name(account.region);
  me.unit = account.unit;
  if (rights.unit) me.unit_name = rights.unit->name;
  me.csrf_token = session.csrf_token;
  me.totp_enabled = account.totp_secret.has_value();
  me.recovery_codes_left = static_cast<std::int32_t>(account.recovery_hashes.size());
  me.password_change_needed = duty_of(account, rights) == http::Duty::new_password;
  me.code_setup_needed = duty_of(account, rights) == http::Duty::one_time_code;
  me.previous_at = session.previous_at;
  me.previous_client = session.previous_client;
  me.previous_failures = session.previous_failures;
  me.keys_changed_at = account.keys_changed_at;
  return me;
}

Result<void> Accounts::Desk::refuse_locked(std::string_view name, const std::string& client, const Account* account) const {
  const auto locked_until = attempts_.locked_until(name, client, services_.clock.now(), account != nullptr ? account->unlocked_at : std::nullopt);
  if (locked_until) return refuse("accounts.locked", {locked_until->text()});
  return {};
}

/// Counts a wrong password or code, for the next attempts and in the journal.
Result<void> Accounts::Desk::refuse_attempt(const Account& account, const http::Context& context, std::string_view code) {
  const std::string client = http::client_of(context.peer());
  const Attempts::Reached reached = attempts_.failed(account.name, client, services_.clock.now());
  const store::WriteOutcome outcome = services_.store.write(actor_of(context), [&](store::Writing& writing) -> Result<void> {
    auto fresh = writing.find(store::Scope::country(), account.id);
    if (!fresh) return {};
    ++fresh->failures;
    writing.update(*fresh);
    tell_of_attempts(writing, *fresh, reached, client);
    if (reached.client_stopped) tell_of_client(writing, client);
    return {};
  });
  if (const Result<void> done = outcome.result(); !done) return done;
  return refuse(code);
}

Result<Accounts::Desk::SecondProof> Accounts::Desk::check_code(const Account& account, const std::optional<std::string>& code) {
  if (!account.totp_secret) return SecondProof{account.totp_step_used, {}};
  if (!code || code->empty()) return refuse("accounts.code_needed");
  if (const auto step = matching_totp_step(*account.totp_secret, *code, services_.clock.now(), account.totp_step_used)) return SecondProof{*step, {}};
  const std::string hash = recovery_hash(*code);
  const auto& kept = account.recovery_hashes;
  if (!hash.empty() && std::find(kept.begin(), kept.end(), hash) != kept.end()) return SecondProof{account.totp_step_used, hash};
  return refuse("accounts.wrong_code");
}

/// Between the check and now others may have guessed until it was locked, or used the same code; or it was disabled, or given a new password.
Result<void> Accounts::Desk::use_up(Account& account, const Account& checked, const SecondProof& proof) const {
  if (account.password_hash != checked.password_hash) return refuse("accounts.wrong_password");
  if (account.state != AccountState::active) return refuse("accounts.disabled");
  if (account.totp_secret != checked.totp_secret) return refuse("accounts.wrong_code");
  if (!account.totp_secret) return {};
  if (!proof.recovery_hash.empty()) return std::erase(account.recovery_hashes, proof.recovery_hash) == 1 ? Result<void>() : refuse("accounts.wrong_code");
  if (account.totp_step_used >= proof.step) return refuse("accounts.wrong_code");
  account.totp_step_used = proof.step;
  return {};
}

Session Accounts::Desk::new_session(const http::Context& context, const Account& account, std::string_view token, Instant now) const {
  constexpr std::size_t k_program_bytes_max = 200;
  Session session;
  session.region = account.region;
  session.account = account.id;
  session.token_hash = token_hash(token);
  session.csrf_token = random_token(services_.random, 16);
  session.created_at = now;
  session.used_at = now;
  session.expires_at = now.plus_milliseconds(SessionKeeper::k_lifetime_ms);
  session.client = context.peer();
  const std::string program(context.headers().find("User-Agent").substr(0, k_program_bytes_max));
  if (is_plainly_shown(program)) session.program = program;
  session.previous_at = account.last_sign_in_at;
  session.previous_client = account.last_client;
  session.previous_failures = account.failures;
  return session;
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
    if (attempts_.failed(request.name, client, services_.clock.now()).client_stopped)
      static_cast<void>(services_.store.write(actor, [&](store::Writing& writing) -> Result<void> {
        tell_of_client(writing, client);
        return {};
      }));
    return refuse("accounts.wrong_password");
  }
  if (!right) return refuse_attempt(*account, context, "accounts.wrong_password").error();
  if (account->state != AccountState::active) return refuse("accounts.disabled");
  const Result<SecondProof> proof = check_code(*account, request.code);
  if (!proof && proof.error().code == "accounts.wrong_code") return refuse_attempt(*account, context, "accounts.wrong_code").error();
  if (!proof) return proof.error();
  const std::string token = random_token(services_.random, 32);
  const store::Actor self{account->id.number, actor.door, actor.request_id};
  Account entered;
  Session session;
  const store::WriteOutcome outcome = services_.store.write(self, [&](store::Writing& writing) -> Result<void> {
    auto fresh = writing.find(store::Scope::country(), account->id);
    if (!fresh) return refuse("accounts.wrong_password");
    if (const Result<void> open = refuse_locked(fresh->name, client, &*fresh); !open) return open;
    if (const Result<void> used = use_up(*fresh, *account, *proof); !used) return used;
    std::vector<Session> open = writing.select<Session>(store::Scope::country(), store::Filter().equals("account", account->id));
    std::erase_if(open, [&](const Session& old) {
      const bool over = old.expires_at <= writing.now();
      if (over) writing.remove(old.id);
      return over;
    });
    end_least_used(writing, open);
    session = new_session(context, *fresh, token, writing.now());
    session.id = writing.new_id<Session>();
    writing.insert(session);
    tell_of_new_place(writing, *fresh, open, session);
    fresh->failures = 0;
    fresh->last_sign_in_at = writing.now();
    fresh->last_client = context.peer();
    writing.update(*fresh);
    entered = *fresh;
    return {};
  });
  if (const Result<void> done = outcome.result(); !done) return done.error();
  attempts_.succeeded(account->name, client, services_.clock.now());
  context.set_session_cookie(token, SessionKeeper::k_lifetime_ms / 1000);
  return me_of(entered, session);
}

Result<void> Accounts::Desk::sign_out(http::Context& context) {
  const Id<Session> id = session_of(context);
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
  const auto session = services_.store.read([&](store::Snapshot& snapshot) { return snapshot.find(store::Scope::country(), session_of(context)); });
  if (!account || !session) return refuse("accounts.not_found");
  return me_of(*account, *session);
}

}  // namespace laoyou::accounts
