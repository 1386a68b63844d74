// What the report routes are asked and answer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plan/signing/report_record.h"

namespace laoyou::plan {

struct ReportRequest {
  std::string plan;
  std::optional<RegionCode> region;
  Period period;
};
LAOYOU_RECORD(ReportRequest, "report_request", plan, region, period)

/// A value as it is typed; without one the draft forgets it.
struct DraftEntry {
  std::string indicator;
  std::optional<Decimal> value;
  std::optional<std::string> source;
  std::optional<Date> counted_on;
};
LAOYOU_RECORD(DraftEntry, "draft_entry", indicator, value, source, counted_on)

/// What is not named among the values stays as it is.
struct SaveReportRequest {
  std::string plan;
  RegionCode region;
  Period period;
  std::vector<DraftEntry> values;
};
LAOYOU_RECORD(SaveReportRequest, "save_report_request", plan, region, period, values)

/// A step of a report, of the version that was seen.
struct SubmitReportRequest {
  std::string plan;
  RegionCode region;
  Period period;
  std::int32_t version = 0;
  std::optional<bool> confirmed;  ///< large changes were looked at again
};
LAOYOU_RECORD(SubmitReportRequest, "submit_report_request", plan, region, period, version, confirmed)

struct ReportStepRequest {
  std::string plan;
  RegionCode region;
  Period period;
  std::int32_t version = 0;
};
LAOYOU_RECORD(ReportStepRequest, "report_step_request", plan, region, period, version)

/// Why it is returned, or why what was signed is corrected.
struct ReportRemarkRequest {
  std::string plan;
  RegionCode region;
  Period period;
  std::int32_t version = 0;
  std::string remark;
};
LAOYOU_RECORD(ReportRemarkRequest, "report_remark_request", plan, region, period, version, remark)

/// What the caller may do with a report.
struct ReportSteps {
  bool fill = false, submit = false, recall = false, decide = false, correct = false;
  bool at_once = false;  ///< values may be reported without a report that is signed
};
LAOYOU_RECORD(ReportSteps, "report_steps", fill, submit, recall, decide, correct, at_once)

/// A report as its place, or the level above, sees it.
struct ReportAnswer {
  RegionCode region;
  std::string region_name;
  Period period;
  std::optional<ReportState> state;  ///< nothing: not begun, or a draft that the caller does not see
  std::int32_t version = 0;
  std::vector<DraftEntry> values;    ///< not signed yet, and only where the caller sees them
  std::optional<std::string> submitter;
  std::optional<Instant> submitted_at;
  std::optional<std::string> decider;
  std::optional<Instant> decided_at;
  std::optional<std::string> remark;
  std::optional<std::string> reason;
  std::optional<Date> due;
  bool late = false;
  ReportSteps may;
};
LAOYOU_RECORD(ReportAnswer, "report_answer", region, region_name, period, state, version, values, submitter, submitted_at, decider, decided_at, remark, reason, due, late, may)

/// One line of the list.
struct ReportRow {
  RegionCode region;
  std::string region_name;
  std::int32_t owed = 0;
  std::int32_t signed_values = 0;  ///< values of the period that count already
  std::optional<ReportState> state;
  std::optional<std::string> submitter;
  std::optional<Instant> submitted_at;
  std::optional<Instant> decided_at;
  std::optional<std::string> remark;
  bool late = false;
  bool may_decide = false;
};
LAOYOU_RECORD(ReportRow, "report_row", region, region_name, owed, signed_values, state, submitter, submitted_at, decided_at, remark, late, may_decide)

struct ReportList {
  RegionCode region;
  std::string region_name;
  Period period;
  std::optional<Date> due;
  std::int32_t owing = 0;    ///< places below that owe a report
  std::int32_t sent = 0;     ///< of them submitted or signed
  std::int32_t approved = 0;
  std::vector<ReportRow> rows;
};
LAOYOU_RECORD(ReportList, "report_list", region, region_name, period, due, owing, sent, approved, rows)

struct Reminded {
  std::int32_t places = 0;
};
LAOYOU_RECORD(Reminded, "reminded", places)

}  // namespace laoyou::plan
