#include "accounts/unit.h"

namespace laoyou::accounts {
namespace {

using powers::OfficeKind;

/// An institution's unit without its institution would open the whole region to its accounts; and one of another kind has none.
Refusals check_unit(const Unit& now, const Unit*) {
  Refusals refusals;
  const auto check = [&](OfficeKind kind, bool named, const char* place) {
    if ((now.kind == kind) != named) refusals.push_back(at(place, refuse(named ? "accounts.unit_of_other_kind" : "accounts.unit_of_nobody")));
  };
  check(OfficeKind::institution, now.institution.has_value(), "/institution");
  check(OfficeKind::family, now.household.has_value(), "/household");
  return refusals;
}

}  // namespace

collection::Collection units() {
  return collection::collection<Unit>("/api/units", {"单位", "Units"})
      .may(powers::Power::accounts_manage, powers::Power::accounts_manage)
      .title(&Unit::name)
      .ends(&Unit::closed)
      .lists({"region", "name", "kind", "institution", "closed"})
      .checked_by(check_unit);
}

std::optional<powers::Owner> owner_of(const Unit& unit) {
  if (unit.kind == OfficeKind::institution && unit.institution) return powers::Owner{powers::OwnerKind::institution, unit.institution->number};
  if (unit.kind == OfficeKind::family && unit.household) return powers::Owner{powers::OwnerKind::household, unit.household->number};
  return std::nullopt;
}

}  // namespace laoyou::accounts
