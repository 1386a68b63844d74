// Who may call a route. There is no default: a route cannot be made without saying it, and whoever is not named is refused.
#pragma once

#include <initializer_list>
#include <string>

#include "http/caller.h"

namespace laoyou::http {

/// The declared access of one route.
class Access {
 public:
  /// Anyone, also without a session. The caller is not looked up.
  static Access open_to_all();
  /// Every signed-in account.
  static Access signed_in();
  /// Signed-in accounts with any of these powers; at least one is named.
  static Access needs(std::initializer_list<powers::Power> any);

  /// The same access, of those only who hold this power besides.
  Access also(powers::Power power) const;
  /// The same access, for answers that are public reference: a `region` asked for may lie outside the caller's scope.
  Access unscoped() const;

  /// The same access, of people with a session: no program with a token changes passwords or makes tokens.
  Access in_person() const;
  /// The same access, also of those who have yet to do this.
  Access even_before(Duty duty) const;

  bool needs_caller() const { return !open_; }
  bool allows(const powers::Powers& held) const { return missing(held).empty(); }
  /// What a caller with these powers lacks: any one of these would do, or nothing is lacking when it is empty.
  powers::Powers missing(const powers::Powers& held) const;
  /// Whether a caller who has this to do may call it already.
  bool open_before(Duty duty) const { return duty == Duty::none || (before_ & bit(duty)) != 0; }
  bool is_in_person() const { return in_person_; }
  /// Whether a `region` of the request must lie within the caller's scope.
  bool scoped() const { return !open_ && scoped_; }
  /// "open", "signed_in", or the powers: "places_read services_read" is any of them, "plan_read + sheets_export" both. For the API document and tests.
  std::string text() const;

 private:
  explicit Access(bool open) : open_(open) {}
  static unsigned bit(Duty duty) { return 1u << static_cast<int>(duty); }

  bool open_;
  bool scoped_ = true;
  bool in_person_ = false;
  unsigned before_ = 0;  ///< duties that need not be done before
  powers::Powers any_;   ///< one of them, unless empty
  powers::Powers also_;  ///< and all of these
};

inline Access open_to_all() { return Access::open_to_all(); }
inline Access signed_in() { return Access::signed_in(); }
inline Access needs(std::initializer_list<powers::Power> any) { return Access::needs(any); }

}  // namespace laoyou::http
