#include <sodium.h>

#include <algorithm>
#include <exception>
#include <variant>

#include "accounts/desk.h"
#include "base/check.h"
#include "base/world_failure.h"
#include "http/await_callback.h"

namespace laoyou::accounts {

std::string token_hash(std::string_view token) {
  CHECK(sodium_init() >= 0);
  unsigned char hash[32];
  crypto_generichash(hash, sizeof hash, reinterpret_cast<const unsigned char*>(token.data()), token.size(), nullptr, 0);
  std::string text;
  for (unsigned char byte : hash) {
    text += "0123456789abcdef"[byte >> 4];
    text += "0123456789abcdef"[byte & 15];
  }
  return text;
}

store::Scope scope_of(const http::Context& context) { return store::Scope::of_account(context.caller().scope).owned_by(context.caller().owner); }

Id<Session> session_of(const http::Context& context) { return {std::stoll(context.caller().session)}; }

void end_sessions(store::Writing& writing, Id<Account> account, std::optional<Id<Session>> kept) {
  for (const Session& session : writing.select<Session>(store::Scope::country(), store::Filter().equals("account", account)))
    if (session.id != kept) writing.remove(session.id);
}

namespace {

http::Caller caller_of(const Session& session, const Account& account, const Rights& rights) {
  http::Caller caller;
  caller.account = account.id.number;
  caller.name = account.name;
  caller.role = account.role;
  caller.powers = rights.powers;
  caller.scope = account.region;
  caller.unit = account.unit ? account.unit->number : 0;
  caller.owner = rights.owner;
  caller.session = std::to_string(session.id.number);
  caller.csrf_token = session.csrf_token;
  caller.duty = duty_of(account, rights);
  return caller;
}

}  // namespace

template <class T>
void SessionKeeper::note_use(Id<T> id, Instant used) const {
  try {
    // Another server may have ended it meanwhile.
    static_cast<void>(services_.store.write({0, "system", "last-use"}, [&](store::Writing& writing) -> Result<void> {
      auto proof = writing.find(store::Scope::country(), id);
      if (proof) proof->used_at = used;
      if (proof) writing.update(*proof);
      return {};
    }));
  } catch (const WorldFailure&) {
    // A full disk must not keep readers out: the next look-up tries again.
  }
}

std::optional<http::Caller> SessionKeeper::look_up(const std::string& hash, Instant used, bool in_use) const {
  const Instant now = services_.clock.now();
  std::optional<Session> to_note;
  const auto caller = services_.store.read([&](store::Snapshot& snapshot) -> std::optional<http::Caller> {
    const auto session = snapshot.first<Session>(store::Scope::country(), store::Filter().equals("token_hash", hash));
    if (!session || session->expires_at <= now) return std::nullopt;
    const Instant noted = session->used_at.value_or(session->created_at);
    if (now.milliseconds - std::max(noted, used).milliseconds >= k_idle_ms) return std::nullopt;
    if (in_use && now.milliseconds - noted.milliseconds >= k_noted_ms) to_note = session;
    const auto account = snapshot.find(store::Scope::country(), session->account);
    if (!account || account->state != AccountState::active) return std::nullopt;
    return caller_of(*session, *account, rights_of(services_, snapshot, *account));
  });
  if (caller && to_note) note_use(to_note->id, now);
  return caller;
}

std::optional<http::Caller> SessionKeeper::look_up_token(const std::string& hash) const {
  constexpr std::int64_t k_day_ms = 24 * 3'600'000;
  const Instant now = services_.clock.now();
  std::optional<ApiToken> to_note;
  const auto caller = services_.store.read([&](store::Snapshot& snapshot) -> std::optional<http::Caller> {
    const auto token = snapshot.first<ApiToken>(store::Scope::country(), store::Filter().equals("token_hash", hash));
    if (!token || token->ends <= now.beijing_day()) return std::nullopt;
    const auto account = snapshot.find(store::Scope::country(), token->account);
    if (!account || account->state != AccountState::active) return std::nullopt;
    const Rights rights = rights_of(services_, snapshot, *account);
    http::Caller caller = caller_of(Session{}, *account, rights);
    caller.session = "token " + std::to_string(token->id.number);
    caller.door = http::Door::api;
    caller.duty = http::Duty::none;  // a program cannot do it
    caller.powers = {};
    for (const powers::Power power : token->powers)
      if (rights.powers.has(power)) caller.powers.add(power);
    if (now.milliseconds - token->used_at.value_or(token->created_at).milliseconds >= k_day_ms) to_note = token;
    return caller;
  });
  if (caller && to_note) note_use(to_note->id, now);
  return caller;
}

boost::asio::awaitable<std::optional<http::Caller>> SessionKeeper::look_up_apart(LookUp look_up) {
  using Delivered = std::variant<std::optional<http::Caller>, std::exception_ptr>;
  const auto start = [this, look_up = std::move(look_up)](auto done) {
    const auto work = [look_up, done] {
      std::exception_ptr failure;
      try {
        return done(Delivered(look_up()));
      } catch (...) {
        failure = std::current_exception();
      }
      done(Delivered(failure));
    };
    if (!look_ups_.run(work)) done(Delivered(std::make_exception_ptr(WorldFailure("http.busy", "too many sessions wait to be looked up"))));
  };
  Delivered delivered = co_await http::await_callback<Delivered>(start);
  if (auto* failure = std::get_if<std::exception_ptr>(&delivered)) std::rethrow_exception(*failure);
  co_return std::move(std::get<std::optional<http::Caller>>(delivered));
}

boost::asio::awaitable<std::optional<http::Caller>> SessionKeeper::authenticate(const http::Credentials& credentials) {
  const std::string_view program = credentials.session_token.empty() ? bearer_token(credentials.authorization) : std::string_view{};
  if (credentials.session_token.empty() && program.empty()) co_return std::nullopt;
  const std::string hash = token_hash(program.empty() ? credentials.session_token : program);
  const Instant now = services_.clock.now();
  std::int64_t forgotten_before = 0;
  Instant used;
  {
    const std::scoped_lock lock(mutex_);
    forgotten_before = forgotten_;
    const auto found = remembered_.find(hash);
    const bool fresh = found != remembered_.end() && now.milliseconds - found->second.looked_up.milliseconds < k_fresh_ms;
    if (fresh && credentials.in_use) found->second.used = now;
    if (fresh) co_return found->second.caller;
    if (found != remembered_.end()) used = found->second.used;
  }
  // By name: GCC 12 destroys the captures of a closure that is made within a co_await twice.
  LookUp look = [this, hash, used, in_use = credentials.in_use, of_program = !program.empty()] { return of_program ? look_up_token(hash) : look_up(hash, used, in_use); };
  std::optional<http::Caller> caller = co_await look_up_apart(std::move(look));
  const std::scoped_lock lock(mutex_);
  constexpr std::size_t k_remembered_max = 100'000;
  if (remembered_.size() >= k_remembered_max) remembered_.clear();
  // A token nobody has is not remembered: guesses must not fill the memory. Nor is what was looked up before rights changed.
  if (caller && forgotten_ == forgotten_before)
    remembered_[hash] = {caller, now, credentials.in_use ? now : used};
  else
    remembered_.erase(hash);
  co_return caller;
}

void SessionKeeper::forget() {
  const std::scoped_lock lock(mutex_);
  // When they were used last is still true.
  for (auto& [hash, remembered] : remembered_) remembered.looked_up = Instant{};
  ++forgotten_;
}

}  // namespace laoyou::accounts
