// Reports of periods: looking at them and taking them step by step. Refusals: "reports.not_yours", "reports.not_open", "reports.empty", "reports.not_submitted",
// "reports.own_report", "reports.not_signed", "record.changed".
#pragma once

#include "store/acting.h"
#include "plan/answers/route_parts.h"
#include "plan/indicators/readings_view.h"
#include "plan/signing/signed_way.h"

namespace laoyou::plan {

std::vector<DraftValue> draft_values(const store::Snapshot& reading, const PeriodReport& report);
/// The day by which the period is to be reported, where the plan says.
std::optional<Date> report_due(const Plan& plan, const Period& period);
/// Not submitted in time: submitted after that day, or not at all and the day is past.
bool is_late(const std::optional<Date>& due, const PeriodReport* report, Date today);

Result<ReportAnswer> report_answer(const Services& services, const store::Acting& acting, const ReportRequest& request);
Result<ReportList> report_list(const Services& services, const store::Acting& acting, const ReportRequest& request);
/// The same without rights: what the circular says of it.
ReportList reports_of(const store::Snapshot& reading, const ReadingsView& readings, const Library& library, const Plan& plan, RegionCode region, const Period& period, Date today);

CheckedResult<ReportAnswer> save_report(const Services& services, const store::Acting& acting, const SaveReportRequest& request);
CheckedResult<ReportAnswer> submit_report(const Services& services, const store::Acting& acting, const SubmitReportRequest& request);
CheckedResult<ReportAnswer> recall_report(const Services& services, const store::Acting& acting, const ReportStepRequest& request);
CheckedResult<ReportAnswer> return_report(const Services& services, const store::Acting& acting, const ReportRemarkRequest& request);
CheckedResult<ReportAnswer> approve_report(const Services& services, const store::Acting& acting, const ReportStepRequest& request);
CheckedResult<ReportAnswer> correct_report(const Services& services, const store::Acting& acting, const ReportRemarkRequest& request);
/// Tells those who report in each place below that has not submitted.
Result<Reminded> remind(const Services& services, const store::Acting& acting, const ReportRequest& request);

}  // namespace laoyou::plan
