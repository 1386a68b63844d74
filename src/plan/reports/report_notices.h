// What the steps of a report tell: the level above that one waits for it, the place what became of its report.
#pragma once

#include "notices/tell.h"
#include "plan/signing/report_record.h"
#include "plan/stack/library.h"

namespace laoyou::plan {

void tell_submitted(store::Writing& writing, const Library& library, const PeriodReport& report);
/// To whoever submitted it; what told the signers is settled.
void tell_returned(store::Writing& writing, const Library& library, const PeriodReport& report);
void tell_approved(store::Writing& writing, const Library& library, const PeriodReport& report);
/// Taken back by its place: nobody waits for it any more.
void settle_submitted(store::Writing& writing, const PeriodReport& report);
/// The reminder to a place that has not reported (催报); once a day.
void tell_owed(store::Writing& writing, const Library& library, const std::string& plan, RegionCode region, const Period& period, const std::optional<Date>& due);
void settle_owed(store::Writing& writing, const PeriodReport& report);

}  // namespace laoyou::plan
