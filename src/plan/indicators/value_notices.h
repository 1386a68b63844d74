// Whoever reported a value is told when somebody else corrects it or takes it out.
#pragma once

#include "notices/tell.h"
#include "plan/stack/library.h"
#include "plan/answers/reading_record.h"

namespace laoyou::plan {

/// Within the command that changes it. Tells nobody when the reporter changes his own, or the program had it from nobody.
void tell_of_correction(store::Writing& writing, const Library& library, const ReportedValue& before, const ReportedValue& after);
void tell_of_removal(store::Writing& writing, const Library& library, const ReportedValue& removed);

}  // namespace laoyou::plan
