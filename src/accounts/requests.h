// What the account routes are asked and what they answer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "accounts/records.h"

namespace laoyou::accounts {

struct SignInRequest {
  std::string name;
  std::string password;
  std::optional<std::string> code;
};
LAOYOU_RECORD(SignInRequest, "sign_in_request", name, password, code)

/// Who I am (当前账号).
struct Me {
  Id<Account> id;
  std::string name;
  std::string display_name;
  std::string role;
  std::optional<std::string> role_name;     ///< absent where no plan knows the role: such an account has no powers
  std::optional<std::string> role_name_en;
  std::vector<powers::Power> powers;
  RegionCode region;
  std::string region_name;
  std::optional<Id<Unit>> unit;
  std::optional<std::string> unit_name;
  std::string csrf_token;
  bool totp_enabled = false;
  std::int32_t recovery_codes_left = 0;
  bool password_change_needed = false;  ///< before anything else
  bool code_setup_needed = false;       ///< likewise
  std::optional<Instant> previous_at;   ///< the sign-in before this one, the address it came from, and wrong tries since
  std::optional<std::string> previous_client;
  std::int32_t previous_failures = 0;
  std::optional<Instant> keys_changed_at;  ///< password or one-time code
};
LAOYOU_RECORD(Me, "me", id, name, display_name, role, role_name, role_name_en, powers, region, region_name, unit, unit_name, csrf_token, totp_enabled, recovery_codes_left,
              password_change_needed, code_setup_needed, previous_at, previous_client, previous_failures, keys_changed_at)

struct ChangePasswordRequest {
  std::string current;
  std::string new_password;
};
LAOYOU_RECORD(ChangePasswordRequest, "change_password_request", current, new_password)

/// The password once more, before something that a session left open must not be enough for.
struct ProveRequest {
  std::string password;
};
LAOYOU_RECORD(ProveRequest, "prove_request", password)

struct TotpBeginRequest {
  std::string password;
};
LAOYOU_RECORD(TotpBeginRequest, "totp_begin_request", password)

struct TotpOffer {
  std::string secret;
  std::string uri;
};
LAOYOU_RECORD(TotpOffer, "totp_offer", secret, uri)

struct TotpCodeRequest {
  std::string code;
};
LAOYOU_RECORD(TotpCodeRequest, "totp_code_request", code)

/// One-time codes for the day the phone is lost; shown once.
struct RecoveryCodes {
  std::vector<std::string> recovery_codes;
};
LAOYOU_RECORD(RecoveryCodes, "recovery_codes", recovery_codes)

/// A session as its account sees it.
struct SessionRow {
  Id<Session> id;
  Instant created_at;
  std::optional<Instant> used_at;
  std::string client;
  std::string program;
  bool here = false;  ///< the one that asks
};
LAOYOU_RECORD(SessionRow, "session_row", id, created_at, used_at, client, program, here)

struct SessionList {
  std::vector<SessionRow> rows;
};
LAOYOU_RECORD(SessionList, "session_list", rows)

struct SessionIdRequest {
  Id<Session> id;
};
LAOYOU_RECORD(SessionIdRequest, "session_id_request", id)

struct TotpRemoveRequest {
  std::string password;
};
LAOYOU_RECORD(TotpRemoveRequest, "totp_remove_request", password)

struct ListAccountsRequest {
  std::optional<RegionCode> region;
  std::optional<std::string> search;
  std::optional<std::string> role;
  std::optional<std::int32_t> page;
  std::optional<std::int32_t> page_rows;
};
LAOYOU_RECORD(ListAccountsRequest, "list_accounts_request", region, search, role, page, page_rows)

/// An account as lists show it.
struct AccountRow {
  Id<Account> id;
  std::string name;
  std::string display_name;
  std::string role;
  std::optional<std::string> role_name;
  std::optional<std::string> role_name_en;
  RegionCode region;
  std::string region_name;
  std::optional<Id<Unit>> unit;
  std::optional<std::string> unit_name;
  AccountState state = AccountState::active;
  std::optional<std::string> phone;
  Instant created_at;
  std::optional<Instant> last_sign_in_at;
  bool totp_enabled = false;
};
LAOYOU_RECORD(AccountRow, "account_row", id, name, display_name, role, role_name, role_name_en, region, region_name, unit, unit_name, state, phone, created_at, last_sign_in_at, totp_enabled)

struct AccountList {
  std::vector<AccountRow> rows;
  std::int64_t total = 0;
  std::int32_t page = 1;
  std::int32_t page_rows = 0;
};
LAOYOU_RECORD(AccountList, "account_list", rows, total, page, page_rows)

struct ListRolesRequest {
  std::optional<RegionCode> region;
};
LAOYOU_RECORD(ListRolesRequest, "list_roles_request", region)

/// A role that accounts of a place may be given.
struct RoleChoice {
  std::string role;
  std::string role_name;
  std::string role_name_en;
  std::optional<powers::OfficeKind> unit_kind;
  std::vector<powers::Power> powers;
};
LAOYOU_RECORD(RoleChoice, "role_choice", role, role_name, role_name_en, unit_kind, powers)

struct PowerLabel {
  powers::Power value = powers::Power::plan_read;
  std::string label;
  std::string label_en;
};
LAOYOU_RECORD(PowerLabel, "power_label", value, label, label_en)

struct RoleList {
  std::vector<RoleChoice> roles;
  std::vector<PowerLabel> powers;  ///< how people call each power
};
LAOYOU_RECORD(RoleList, "role_list", roles, powers)

struct CreateAccountRequest {
  std::string name;
  std::string display_name;
  std::string role;
  RegionCode region;
  std::optional<std::string> phone;
  std::string password;
  std::optional<Id<Unit>> unit;
};
LAOYOU_RECORD(CreateAccountRequest, "create_account_request", name, display_name, role, region, phone, password, unit)

struct UpdateAccountRequest {
  Id<Account> id;
  std::string display_name;
  std::string role;
  RegionCode region;
  std::optional<std::string> phone;
  AccountState state = AccountState::active;
  std::optional<Id<Unit>> unit;
};
LAOYOU_RECORD(UpdateAccountRequest, "update_account_request", id, display_name, role, region, phone, state, unit)

struct ResetPasswordRequest {
  Id<Account> id;
  std::string new_password;
  std::optional<bool> remove_code;  ///< of a person who has lost the phone
};
LAOYOU_RECORD(ResetPasswordRequest, "reset_password_request", id, new_password, remove_code)

struct AccountIdRequest {
  Id<Account> id;
};
LAOYOU_RECORD(AccountIdRequest, "account_id_request", id)

}  // namespace laoyou::accounts
