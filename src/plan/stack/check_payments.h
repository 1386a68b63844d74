// Whether what a plan says of paying its subsidies holds together.
#pragma once

#include "plan/folder/folder.h"

namespace laoyou::plan {

/// Refused: a row of subsidies.csv whose subsidy is none of rules.yaml or whose layout is none of bank_layouts.csv ("plan.unknown_subsidy",
/// "plan.unknown_layout" and their mistyped twins), a check without its number ("plan.check_without_number"), a number that makes no sense
/// ("plan.payment_number"), a column of fixed width without a width ("plan.column_without_width"), a constant or result without its text
/// ("plan.column_without_value"), a layout of several formats ("plan.layout_of_two_formats"). Places as check_folder() gives them.
void check_payments(const Folder& folder, const std::vector<Folder>& below, Refusals& refusals);

}  // namespace laoyou::plan
