// The inside of the accounts room: what its routes and commands share.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "accounts/attempts.h"
#include "accounts/password_desk.h"
#include "accounts/room.h"
#include "http/context.h"
#include "http/heavy_pool.h"

namespace laoyou::accounts {

/// Sessions in the database, and those seen lately in memory, so that a page costs no look-up. A session ended elsewhere (another server on
/// the same database) is noticed within k_fresh_ms.
class SessionKeeper final : public http::Authenticator {
 public:
  static constexpr std::int64_t k_lifetime_ms = 12 * 3'600'000;
  static constexpr std::int64_t k_fresh_ms = 10'000;

  explicit SessionKeeper(const Services& services) : services_(services) {}

  boost::asio::awaitable<std::optional<http::Caller>> authenticate(const http::Credentials& credentials) override;
  /// Everything remembered is looked up again: accounts or sessions changed.
  void forget();

 private:
  struct Remembered {
    std::optional<http::Caller> caller;
    Instant looked_up;
  };
  std::optional<http::Caller> look_up(const std::string& token_hash) const;

  boost::asio::awaitable<std::optional<http::Caller>> look_up_apart(std::string hash);

  const Services& services_;
  http::HeavyPool look_ups_{4, 1024};  // the threads that serve connections never wait for the database
  std::mutex mutex_;
  std::map<std::string, Remembered> remembered_;
  std::int64_t forgotten_ = 0;  ///< how often forget() was called: what was looked up before is not remembered after
};

/// The hash under which a token is kept: 256 bits of BLAKE2b, hexadecimal.
std::string token_hash(std::string_view token);

/// What a role lets accounts of this region do; nothing where no plan knows the role.
powers::Powers powers_of(const Services& services, std::string_view role, RegionCode region);

/// Who acts, for the journal.
store::Actor actor_of(const http::Context& context);

class Accounts::Desk {
 public:
  explicit Desk(Services services) : services_(std::move(services)), keeper_(services_) {}

  SessionKeeper& keeper() { return keeper_; }
  const Services& services() const { return services_; }

  // sign_in.cpp
  Result<Me> sign_in(http::Context& context, const SignInRequest& request);
  Result<void> sign_out(http::Context& context);
  Result<Me> me(http::Context& context) const;
  // own_account.cpp
  Result<void> change_password(http::Context& context, const ChangePasswordRequest& request);
  Result<TotpOffer> begin_totp(http::Context& context, const TotpBeginRequest& request);
  Result<void> confirm_totp(http::Context& context, const TotpCodeRequest& request);
  Result<void> remove_totp(http::Context& context, const TotpRemoveRequest& request);
  // manage_accounts.cpp
  Result<AccountList> list(http::Context& context, const ListAccountsRequest& request) const;
  Result<Account> create(const store::Actor& actor, const CreateAccountRequest& request);
  Result<AccountRow> update(http::Context& context, const UpdateAccountRequest& request);
  Result<void> reset_password(http::Context& context, const ResetPasswordRequest& request);
  Result<void> replace_password(const store::Actor& actor, Id<Account> id, std::string_view password, bool remove_code);
  Result<void> unlock(http::Context& context, const AccountIdRequest& request);
  Result<void> unlock(const store::Actor& actor, store::Scope scope, Id<Account> id);
  Result<void> remove_code(const store::Actor& actor, Id<Account> id);
  Result<void> check_role(const std::string& role, RegionCode region) const;
  std::optional<Account> find_by_name(std::string_view name) const;
  RoleList list_roles(http::Context& context, const ListRolesRequest& request) const;
  AccountRow row_of(const Account& account) const;

 private:
  std::optional<Account> own_account(const http::Context& context) const;
  /// Refused as "accounts.locked" while too many wrong attempts keep this name shut for this client; account: of that name, if there is one.
  Result<void> refuse_locked(std::string_view name, const std::string& client, const Account* account) const;
  /// The account must be open and the password right; a wrong one is counted.
  Result<void> check_own_password(http::Context& context, const Account& account, std::string_view password);
  Result<void> refuse_attempt(const Account& account, const http::Context& context, std::string_view code);
  std::string hashed(std::string_view password);
  Result<void> check_code(const Account& account, const std::optional<std::string>& code, std::int64_t& step);
  Me me_of(const Account& account, std::string csrf_token) const;
  Result<void> change_own(http::Context& context, const std::function<Result<void>(Account&)>& change);

  Services services_;
  SessionKeeper keeper_;
  Attempts attempts_;
  PasswordDesk passwords_;
};

/// Removes every session of an account, but the one kept.
void end_sessions(store::Writing& writing, Id<Account> account, std::optional<Id<Session>> kept = std::nullopt);

}  // namespace laoyou::accounts
