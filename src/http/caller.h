// Who stands behind a request, as the accounts room has found out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/region_code.h"
#include "record/describe.h"

namespace laoyou::http {

/// What an account may do; which route admits which role stands in the route's Access.
enum class Role { administrator, official, reporter, viewer, auditor };
LAOYOU_ENUM(Role, "role", administrator, official, reporter, viewer, auditor)

/// How many roles there are.
inline constexpr int k_role_count = 5;

/// The door a change came through, as the journal writes it.
enum class Door { web, api };

/// "web" (a browser with a session cookie) or "api" (a program with a token).
constexpr std::string_view text(Door door) { return door == Door::web ? "web" : "api"; }

/// A signed-in account.
struct Caller {
  std::int64_t account = 0;
  std::string name;         ///< sign-in name
  Role role = Role::viewer;
  RegionCode scope;         ///< the account sees this place and what lies within
  std::string session;      ///< the session's id as the accounts room knows it; never the cookie itself
  std::string csrf_token;   ///< what X-CSRF-Token must repeat when the caller came with a cookie
  Door door = Door::web;
};

}  // namespace laoyou::http
