// Who may sign in, and who is signed in.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "http/caller.h"
#include "accounts/unit.h"
#include "record/leaf.h"

namespace laoyou::accounts {

enum class AccountState { active, disabled };
LAOYOU_ENUM(AccountState, "account_state", active, disabled)

/// The role of an account for which none was said.
inline constexpr std::string_view k_least_role = "viewer";

/// An account (账号): a person's key to the places within its region.
struct Account {
  Id<Account> id;
  RegionCode region;         ///< sees this place and everything within it
  std::string name;          ///< sign-in name, unique
  std::string display_name;
  std::string role = std::string(k_least_role);  ///< a code of roles.csv; one that is there no more gives no powers
  AccountState state = AccountState::active;
  std::optional<std::string> phone;
  std::string password_hash;                ///< Argon2id, with its own parameters and salt
  std::optional<std::string> totp_secret;   ///< base32; set once the first code was confirmed
  std::optional<std::string> totp_pending;  ///< offered, not yet confirmed
  std::int32_t failures = 0;                ///< wrong passwords or codes in a row
  std::int64_t totp_step_used = 0;  ///< a code is good once (RFC 6238, 5.2)
  Instant created_at;
  std::optional<Instant> last_sign_in_at;
  std::optional<Instant> unlocked_at;   ///< wrong attempts before do not lock it any more
  std::optional<Id<Unit>> unit;         ///< the unit it works for
  bool password_from_other = false;     ///< somebody else knows it: it is changed before anything else
  std::vector<std::string> recovery_hashes;  ///< of the one-time recovery codes not yet used
  std::optional<Instant> keys_changed_at;    ///< password or one-time code
  std::optional<std::string> last_client;    ///< the address of the last sign-in
};
LAOYOU_RECORD(Account, "account", id, region, name, display_name, role, state, phone, password_hash, totp_secret, totp_pending, failures,
              totp_step_used, created_at, last_sign_in_at, unlocked_at, unit, password_from_other,
              recovery_hashes, keys_changed_at, last_client)

/// A signed-in browser (会话). The cookie's token is not kept, only its hash.
struct Session {
  Id<Session> id;
  RegionCode region;  ///< the account's
  Id<Account> account;
  std::string token_hash;
  std::string csrf_token;
  Instant created_at;
  Instant expires_at;
  std::optional<Instant> used_at;  ///< noted now and then, not at every request
  std::string client;              ///< the address it was begun from
  std::string program;             ///< what the browser calls itself
  std::optional<Instant> previous_at;         ///< the sign-in before this one
  std::optional<std::string> previous_client;
  std::int32_t previous_failures = 0;         ///< wrong attempts since then
  std::optional<Instant> proved_at;           ///< when its password was typed again; absent: at its beginning
};
LAOYOU_RECORD(Session, "session", id, region, account, token_hash, csrf_token, created_at, expires_at, used_at, client, program, previous_at, previous_client,
              previous_failures, proved_at)

}  // namespace laoyou::accounts
