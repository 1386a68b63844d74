// Parameters: literals that hold from a day on.
#pragma once

#include "rules/check/book_draft.h"

namespace laoyou::rules {

/// Fills draft.parameters; what is wrong goes to draft.report and leaves the parameter not `known`.
void check_parameters(BookDraft& draft);

/// Every parameter that a rule reads has a value on the plan's first day (an end leaves it missing; a late beginning is a mistake of the plan).
void check_first_days(BookDraft& draft);

}  // namespace laoyou::rules
