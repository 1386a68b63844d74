// Who may call a route. There is no default: a route cannot be made without saying it, and whoever is not named is refused.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

#include "http/caller.h"

namespace laoyou::http {

/// The declared access of one route.
class Access {
 public:
  /// Anyone, also without a session. The caller is not looked up.
  static Access open_to_all();
  /// Every signed-in account.
  static Access signed_in();
  /// Signed-in accounts of these roles; at least one.
  static Access roles(std::initializer_list<Role> roles);

  /// The same access, for answers that are public reference: a `region` asked for may lie outside the caller's scope.
  Access unscoped() const;

  bool needs_caller() const { return !open_; }
  bool allows(Role role) const { return open_ || (roles_ & bit(role)) != 0; }
  /// Whether a `region` of the request must lie within the caller's scope.
  bool scoped() const { return !open_ && scoped_; }
  /// The roles admitted, in the order of Role; all of them when open.
  std::vector<Role> admitted() const;
  /// "open", "signed_in" or the roles joined by a space; for the API document and for tests.
  std::string text() const;

 private:
  Access(bool open, std::uint32_t roles) : open_(open), roles_(roles) {}
  static std::uint32_t bit(Role role) { return 1u << static_cast<int>(role); }

  bool open_;
  bool scoped_ = true;
  std::uint32_t roles_;
};

inline Access open_to_all() { return Access::open_to_all(); }
inline Access signed_in() { return Access::signed_in(); }
inline Access roles(std::initializer_list<Role> admitted) { return Access::roles(admitted); }

/// "administrator", "official", ...
std::string_view text(Role role);

}  // namespace laoyou::http
