#include "accounts/rights.h"

#include "powers/over_a_region.h"

namespace laoyou::accounts {
namespace {

using powers::Power;

bool is_closed(const Unit& unit, Date today) { return unit.closed && *unit.closed <= today; }

bool fits(const powers::Role& role, const std::optional<Unit>& unit) { return !role.unit_kind || (unit && unit->kind == *role.unit_kind); }

}  // namespace

Rights rights_of(const Services& services, store::Snapshot& snapshot, const Account& account) {
  Rights rights;
  rights.role = services.find_role(account.role, account.region);
  if (account.unit) rights.unit = snapshot.find(store::Scope::country(), *account.unit);
  if (account.unit && !rights.unit) return rights;
  if (rights.unit) rights.owner = owner_of(*rights.unit);
  if (!rights.role || !fits(*rights.role, rights.unit)) return rights;
  if (rights.unit && is_closed(*rights.unit, services.clock.now().beijing_day())) return rights;
  for (const Power power : rights.role->powers)
    if (!rights.owner || !powers::k_over_a_region.has(power)) rights.powers.add(power);
  return rights;
}

http::Duty duty_of(const Account& account, const Rights& rights) {
  if (account.password_from_other) return http::Duty::new_password;
  if (rights.role && rights.role->code_required && !account.totp_secret) return http::Duty::one_time_code;
  return http::Duty::none;
}

Result<void> check_role(const Services& services, store::Snapshot& snapshot, const store::Scope& scope, const std::string& role, RegionCode region,
                        const std::optional<Id<Unit>>& unit) {
  const auto known = services.find_role(role, region);
  if (!known) return at("/role", refuse("accounts.unknown_role", {role, services.region_name(region)}));
  const std::optional<Unit> found = unit ? snapshot.find(scope, *unit) : std::nullopt;
  if (unit && !found) return at("/unit", refuse("accounts.unit_not_found"));
  if (found && !found->region.contains(region)) return at("/unit", refuse("accounts.unit_elsewhere", {found->name}));
  if (!fits(*known, found)) return at(found ? "/role" : "/unit", refuse("accounts.role_of_other_unit", {known->zh}));
  return {};
}

}  // namespace laoyou::accounts
