// The inside of the accounts room: what its routes and commands share.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "accounts/api_token.h"
#include "accounts/attempts.h"
#include "accounts/password_desk.h"
#include "accounts/repeats.h"
#include "accounts/rights.h"
#include "accounts/room.h"
#include "accounts/token.h"
#include "http/context.h"
#include "http/heavy_pool.h"
#include "notices/tell.h"
#include "store/actor_of.h"

namespace laoyou::accounts {

/// Sessions in the database, and those seen lately in memory, so that a page costs no look-up. A session ended elsewhere (another server on
/// the same database) is noticed within k_fresh_ms.
class SessionKeeper final : public http::Authenticator {
 public:
  static constexpr std::int64_t k_lifetime_ms = 12 * 3'600'000;
  static constexpr std::int64_t k_fresh_ms = 10'000;
  /// A session nobody has used for so long has ended: whoever left a screen open in an office has gone home (GB/T 22239-2019, 8.1.4.1).
  static constexpr std::int64_t k_idle_ms = 60 * 60'000;
  /// How far the last use in the database may lag behind: each note of it is an entry of the journal.
  static constexpr std::int64_t k_noted_ms = 30 * 60'000;
  /// Accounts, passwords of others and tokens are changed by whoever has typed their own password within this time (OWASP ASVS 5.0, 7.5.3).
  static constexpr std::int64_t k_proof_ms = 15 * 60'000;
  /// Open at once for one account (ASVS 7.1.2); whoever begins one more ends the one that was used least lately.
  static constexpr std::size_t k_sessions_max = 20;

  explicit SessionKeeper(const Services& services) : services_(services) {}

  boost::asio::awaitable<std::optional<http::Caller>> authenticate(const http::Credentials& credentials) override;
  /// Everything remembered is looked up again: accounts or sessions changed.
  void forget();

 private:
  struct Remembered {
    std::optional<http::Caller> caller;
    Instant looked_up;
    Instant used;  ///< by a person; the beginning of time while nobody has
  };
  /// `used`: when a person used it last, as far as memory goes; `in_use`: now again.
  std::optional<http::Caller> look_up(const std::string& token_hash, Instant used, bool in_use) const;
  template <class T>
  void note_use(Id<T> id, Instant used) const;
  std::optional<http::Caller> look_up_token(const std::string& token_hash) const;

  using LookUp = std::function<std::optional<http::Caller>()>;
  boost::asio::awaitable<std::optional<http::Caller>> look_up_apart(LookUp look_up);

  const Services& services_;
  http::HeavyPool look_ups_{4, 1024};  // the threads that serve connections never wait for the database
  std::mutex mutex_;
  std::map<std::string, Remembered> remembered_;
  std::int64_t forgotten_ = 0;  ///< how often forget() was called: what was looked up before is not remembered after
};

/// Who acts, for the journal.
using store::actor_of;

/// Which accounts a caller may see and change.
store::Scope scope_of(const http::Context& context);

/// The session that asks.
Id<Session> session_of(const http::Context& context);

class Accounts::Desk {
 public:
  explicit Desk(Services services) : services_(std::move(services)), keeper_(services_) {}

  SessionKeeper& keeper() { return keeper_; }
  StoredRepeats& repeats() { return repeats_; }
  const Services& services() const { return services_; }

  // sign_in.cpp
  Result<Me> sign_in(http::Context& context, const SignInRequest& request);
  Result<void> sign_out(http::Context& context);
  Result<Me> me(http::Context& context) const;
  // own_account.cpp
  Result<void> change_password(http::Context& context, const ChangePasswordRequest& request);
  Result<TotpOffer> begin_totp(http::Context& context, const TotpBeginRequest& request);
  Result<RecoveryCodes> confirm_totp(http::Context& context, const TotpCodeRequest& request);
  Result<void> remove_totp(http::Context& context, const TotpRemoveRequest& request);
  Result<RecoveryCodes> renew_recovery_codes(http::Context& context, const TotpBeginRequest& request);
  // own_sessions.cpp
  Result<SessionList> own_sessions(http::Context& context) const;
  Result<void> end_other_sessions(http::Context& context);
  Result<void> end_own_session(http::Context& context, const SessionIdRequest& request);
  Result<SessionList> sessions_of(http::Context& context, const AccountIdRequest& request) const;
  Result<void> end_sessions_of(http::Context& context, const AccountIdRequest& request);
  // prove.cpp
  Result<void> prove(http::Context& context, const ProveRequest& request);
  // tokens.cpp
  Result<TokenList> list_tokens(http::Context& context) const;
  Result<TokenRow> create_token(http::Context& context, const CreateTokenRequest& request);
  Result<void> end_token(http::Context& context, const TokenIdRequest& request);
  // manage_accounts.cpp
  Result<AccountList> list(http::Context& context, const ListAccountsRequest& request) const;
  /// By a person at a screen, who is asked for their password again where it is long ago.
  Result<AccountRow> create_for(http::Context& context, const CreateAccountRequest& request);
  /// `by`: whose scope the unit must lie in; other: somebody else than its owner knows the password.
  Result<Account> create(const store::Actor& actor, const store::Scope& by, const CreateAccountRequest& request, bool other, AccountRow* row = nullptr);
  Result<AccountRow> update(http::Context& context, const UpdateAccountRequest& request);
  Result<void> reset_password(http::Context& context, const ResetPasswordRequest& request);
  Result<void> replace_password(const store::Actor& actor, Id<Account> id, std::string_view password, bool remove_code, bool other);
  Result<void> unlock(http::Context& context, const AccountIdRequest& request);
  Result<void> unlock(const store::Actor& actor, store::Scope scope, Id<Account> id);
  Result<void> remove_code(const store::Actor& actor, Id<Account> id);
  std::optional<Account> find_by_name(std::string_view name) const;
  RoleList list_roles(http::Context& context, const ListRolesRequest& request) const;
  AccountRow row_of(store::Snapshot& snapshot, const Account& account) const;

 private:
  /// Refused as "accounts.prove_again" where the session's password was typed too long ago.
  Result<void> refuse_unproved(const http::Context& context) const;
  std::optional<Account> own_account(const http::Context& context) const;
  /// Refused as "accounts.locked" while too many wrong attempts keep this name shut for this client; account: of that name, if there is one.
  Result<void> refuse_locked(std::string_view name, const std::string& client, const Account* account) const;
  /// The account must be open and the password right; a wrong one is counted.
  Result<void> check_own_password(http::Context& context, const Account& account, std::string_view password);
  Result<void> refuse_attempt(const Account& account, const http::Context& context, std::string_view code);
  std::string hashed(std::string_view password);
  /// The second proof of a sign-in: the step of a one-time code, or the hash of a recovery code, either of which is used up by it.
  struct SecondProof {
    std::int64_t step = 0;
    std::string recovery_hash;
  };
  Result<SecondProof> check_code(const Account& account, const std::optional<std::string>& code);
  Result<void> use_up(Account& account, const Account& checked, const SecondProof& proof) const;
  Session new_session(const http::Context& context, const Account& account, std::string_view token, Instant now) const;
  Me me_of(const Account& account, const Session& session) const;
  void keep_recovery_codes(Account& account, const std::vector<std::string>& codes) const;
  /// `told`: what the account is told of it, in the same command.
  Result<void> change_own(http::Context& context, const std::function<Result<void>(Account&)>& change, const notices::Kind* told = nullptr);

  Services services_;
  SessionKeeper keeper_;
  Attempts attempts_;
  PasswordDesk passwords_;
  StoredRepeats repeats_{services_};
};

/// Signs in without one-time codes from now on.
void drop_code(Account& account);

/// Removes every session of an account, but the one kept.
void end_sessions(store::Writing& writing, Id<Account> account, std::optional<Id<Session>> kept = std::nullopt);

}  // namespace laoyou::accounts
