// Who stands behind a request, as the accounts room has found out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/region_code.h"
#include "powers/owner.h"
#include "powers/powers.h"

namespace laoyou::http {

/// The door a change came through, as the journal writes it.
enum class Door { web, api };

/// "web" (a browser with a session cookie) or "api" (a program with a token).
constexpr std::string_view text(Door door) { return door == Door::web ? "web" : "api"; }

/// What an account must do before anything else is open to it.
enum class Duty {
  none,
  new_password,  ///< its password was set by somebody else: "accounts.password_change_needed"
  one_time_code  ///< its role asks for one-time codes: "accounts.code_setup_needed"
};

/// A signed-in account.
struct Caller {
  std::int64_t account = 0;
  std::string name;         ///< sign-in name
  std::string role;         ///< a code of plans/*/roles.csv, for people; what it may do is said by its powers
  powers::Powers powers;
  RegionCode scope;         ///< the account sees this place and what lies within
  std::int64_t unit = 0;    ///< the unit (单位) it works for; 0: none
  std::optional<powers::Owner> owner;  ///< within the scope it sees only what this one owns; nothing: whatever lies there
  std::string session;      ///< the session's id as the accounts room knows it; never the cookie itself
  std::string csrf_token;   ///< what X-CSRF-Token must repeat when the caller came with a cookie
  Door door = Door::web;
  Duty duty = Duty::none;
};

}  // namespace laoyou::http
