// A kept form in words.
#pragma once

#include "assessments/requests.h"

namespace laoyou::assessments {

/// By the instrument as it was on that day; `whole`: with every item. Without the sender's name.
ShownForm shown_form(const AssessmentForm& form, bool whole);

}  // namespace laoyou::assessments
