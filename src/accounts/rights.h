// What an account may do: its role's powers, held within its unit.
#pragma once

#include "accounts/records.h"
#include "accounts/room.h"

namespace laoyou::accounts {

struct Rights {
  std::optional<powers::Role> role;  ///< nothing where no plan knows it
  std::optional<Unit> unit;
  std::optional<powers::Owner> owner;
  powers::Powers powers;
};

/// The rights of an account on a day. There are no powers where no plan knows its role, where the role is for units of another kind, or where its unit
/// is closed: what is not known opens nothing. An account that sees only what an institution or a family owns has none of the powers that reach
/// over a whole region (accounts, plans, the journal, reported values), whatever its role says.
Rights rights_of(const Services& services, store::Snapshot& snapshot, const Account& account);

/// What it must do first.
http::Duty duty_of(const Account& account, const Rights& rights);

/// Refused unless accounts of this region may have this role in this unit: "accounts.unknown_role", "accounts.role_of_other_unit" {role} at /role,
/// "accounts.unit_not_found", "accounts.unit_elsewhere" at /unit. `scope` is of whoever gives it.
Result<void> check_role(const Services& services, store::Snapshot& snapshot, const store::Scope& scope, const std::string& role, RegionCode region,
                        const std::optional<Id<Unit>>& unit);

}  // namespace laoyou::accounts
