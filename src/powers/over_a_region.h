// Powers over what belongs to nobody in particular: accounts that see only what one institution or one family owns cannot have them.
#pragma once

#include "powers/powers.h"
#include "powers/role.h"

namespace laoyou::powers {

inline constexpr Powers k_over_a_region{Power::accounts_manage, Power::plans_reload, Power::journal_read, Power::journal_verify, Power::values_report, Power::values_sign,
                                               Power::funds_read, Power::funds_write, Power::funds_approve, Power::budget_exceed};

/// Whether accounts of a unit of this kind see only what the unit owns.
constexpr bool owns(OfficeKind kind) { return kind == OfficeKind::institution || kind == OfficeKind::family; }

}  // namespace laoyou::powers
