// The report of one place for one period (一期填报): filled in as a draft, submitted, returned or signed, and corrected afterwards.
#pragma once

#include <optional>
#include <string>

#include "record/enum_leaf.h"
#include "record/leaf.h"

namespace laoyou::plan {

/// How far a report has come. Values count (lights, totals, circulars) from its signing on; a correction counts once it is signed in turn.
enum class ReportState {
  draft,      ///< 草稿: seen by the accounts of the place itself alone
  submitted,  ///< 待审签
  returned,   ///< 已退回
  approved,   ///< 已审签
  correcting  ///< 更正中: what was signed stands until the correction is signed
};
LAOYOU_ENUM(ReportState, "report_state", draft, submitted, returned, approved, correcting)

/// One for each plan, place and period.
struct PeriodReport {
  Id<PeriodReport> id;
  std::int32_t version = 0;
  RegionCode region;
  std::string plan;
  Period period;
  ReportState state = ReportState::draft;
  std::int64_t filled_by = 0;  ///< the account that filled in last
  Instant filled_at;
  std::optional<std::int64_t> submitted_by;
  std::optional<std::string> submitter;  ///< what the account was called then
  std::optional<Instant> submitted_at;   ///< of the first time; what is returned and sent again does not become late by it
  std::optional<std::int64_t> decided_by;
  std::optional<std::string> decider;
  std::optional<Instant> decided_at;
  std::optional<std::string> remark;  ///< why it was returned
  std::optional<std::string> reason;  ///< why what was signed is corrected
};
LAOYOU_RECORD(PeriodReport, "period_report", id, version, region, plan, period, state, filled_by, filled_at, submitted_by, submitter, submitted_at, decided_by, decider, decided_at,
              remark, reason)

/// One value of a report that is not signed yet; signed ones are reported values (reading_record.h).
struct DraftValue {
  Id<DraftValue> id;
  RegionCode region;
  Id<PeriodReport> report;
  std::string indicator;
  Decimal value;
  std::string source;
  std::optional<Date> counted_on;
};
LAOYOU_RECORD(DraftValue, "draft_value", id, region, report, indicator, value, source, counted_on)

}  // namespace laoyou::plan
