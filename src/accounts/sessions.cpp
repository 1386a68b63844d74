#include <sodium.h>

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

store::Actor actor_of(const http::Context& context) {
  return {context.has_caller() ? context.caller().account : 0, std::string(http::text(context.door())), context.request_id()};
}

void end_sessions(store::Writing& writing, Id<Account> account, std::optional<Id<Session>> kept) {
  for (const Session& session : writing.select<Session>(store::Scope::country(), store::Filter().equals("account", account)))
    if (session.id != kept) writing.remove(session.id);
}

std::optional<http::Caller> SessionKeeper::look_up(const std::string& hash) const {
  return services_.store.read([&](store::Snapshot& snapshot) -> std::optional<http::Caller> {
    const auto session = snapshot.first<Session>(store::Scope::country(), store::Filter().equals("token_hash", hash));
    if (!session || session->expires_at <= services_.clock.now()) return std::nullopt;
    const auto account = snapshot.find(store::Scope::country(), session->account);
    if (!account || account->state != AccountState::active) return std::nullopt;
    http::Caller caller;
    caller.account = account->id.number;
    caller.name = account->name;
    caller.role = account->role;
    caller.powers = powers_of(services_, account->role, account->region);
    caller.scope = account->region;
    caller.session = std::to_string(session->id.number);
    caller.csrf_token = session->csrf_token;
    return caller;
  });
}

boost::asio::awaitable<std::optional<http::Caller>> SessionKeeper::look_up_apart(std::string hash) {
  using Delivered = std::variant<std::optional<http::Caller>, std::exception_ptr>;
  const auto start = [this, hash = std::move(hash)](auto done) {
    const auto work = [this, hash, done] {
      std::exception_ptr failure;
      try {
        return done(Delivered(look_up(hash)));
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
  if (credentials.session_token.empty()) co_return std::nullopt;
  const std::string hash = token_hash(credentials.session_token);
  const Instant now = services_.clock.now();
  std::int64_t forgotten_before = 0;
  {
    const std::scoped_lock lock(mutex_);
    forgotten_before = forgotten_;
    const auto found = remembered_.find(hash);
    const bool fresh = found != remembered_.end() && now.milliseconds - found->second.looked_up.milliseconds < k_fresh_ms;
    if (fresh) co_return found->second.caller;
  }
  std::optional<http::Caller> caller = co_await look_up_apart(hash);
  const std::scoped_lock lock(mutex_);
  constexpr std::size_t k_remembered_max = 100'000;
  if (remembered_.size() >= k_remembered_max) remembered_.clear();
  // A token nobody has is not remembered: guesses must not fill the memory. Nor is what was looked up before rights changed.
  if (caller && forgotten_ == forgotten_before)
    remembered_[hash] = {caller, now};
  else
    remembered_.erase(hash);
  co_return caller;
}

void SessionKeeper::forget() {
  const std::scoped_lock lock(mutex_);
  remembered_.clear();
  ++forgotten_;
}

}  // namespace laoyou::accounts
