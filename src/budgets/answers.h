// What the pages of budgets show.
#pragma once

#include "budgets/room.h"

namespace laoyou::budgets {

BudgetRow row_of(const store::Snapshot& snapshot, const Services& services, const BudgetLine& line, std::optional<std::int64_t> at_sequence = {});
/// All lines of a year within the scope and below the place asked for, at most a thousand, with sums.
BudgetList list_of(const store::Snapshot& snapshot, const Services& services, const store::Scope& scope, RegionCode place, std::int32_t year);
std::vector<MovementRow> movements_of(const store::Snapshot& snapshot, const Services& services, const BudgetLine& line, std::optional<Instant> until);

}  // namespace laoyou::budgets
