// What the owner of an account is told of its keys and of where it is signed in (OWASP ASVS 5.0, 6.3.5 and 6.3.7).
#pragma once

#include "accounts/attempts.h"
#include "accounts/records.h"
#include "notices/tell.h"

namespace laoyou::accounts {

inline constexpr notices::Kind k_signed_in_elsewhere{"notice.signed_in_elsewhere", notices::Importance::urgent};
inline constexpr notices::Kind k_password_changed{"notice.password_changed", notices::Importance::urgent};
inline constexpr notices::Kind k_password_reset{"notice.password_reset", notices::Importance::urgent};
inline constexpr notices::Kind k_codes_on{"notice.codes_on", notices::Importance::urgent};
inline constexpr notices::Kind k_codes_off{"notice.codes_off", notices::Importance::urgent};
inline constexpr notices::Kind k_recovery_codes_renewed{"notice.recovery_codes_renewed", notices::Importance::urgent};

inline constexpr notices::Kind k_wrong_attempts{"notice.wrong_attempts", notices::Importance::urgent};
inline constexpr notices::Kind k_name_attacked{"notice.name_attacked", notices::Importance::urgent};
inline constexpr notices::Kind k_client_stopped{"notice.client_stopped", notices::Importance::urgent};

/// Tells the account, and whoever manages accounts there, of wrong attempts that have led to waiting (ASVS 6.3.5, 16.3.3).
void tell_of_attempts(store::Writing& writing, const Account& account, const Attempts::Reached& reached, std::string_view client);
/// Tells whoever manages the country's accounts that a client tries name after name.
void tell_of_client(store::Writing& writing, std::string_view client);

/// Tells the account that its keys have changed, whoever changed them.
void tell_of_keys(store::Writing& writing, const Account& account, const notices::Kind& kind);

/// Tells it of a sign-in from an address where it was not before: neither in its last sign-in nor in a session still open. `account` as it was before
/// this sign-in; `open` its other sessions. The first sign-in of all is told to nobody.
void tell_of_new_place(store::Writing& writing, const Account& account, const std::vector<Session>& open, const Session& fresh);

}  // namespace laoyou::accounts
