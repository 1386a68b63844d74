// Reporting as a form of a period (填报): every indicator that a place owes for it, and which of the places below have sent theirs.
#pragma once

#include "plan/answers/answers.h"
#include "plan/answers/plan_answers.h"
#include "plan/answers/requests.h"
#include "plan/indicators/readings_view.h"

namespace laoyou::plan {

struct PeriodFormRequest {
  std::string plan;
  std::optional<RegionCode> region;
  Period period;
};
LAOYOU_RECORD(PeriodFormRequest, "period_form_request", plan, region, period)

/// One line of the form.
struct PeriodFormRow {
  std::string indicator;
  std::string name;
  std::optional<std::string> name_en;
  std::string unit;
  Group group = Group::both;
  std::optional<std::string> definition;
  std::optional<std::string> definition_en;
  bool whole = false;            ///< takes no fractions
  std::optional<Decimal> least;  ///< bounds of the value
  std::optional<Decimal> most;
  std::optional<Target> target;
  std::optional<Actual> previous;       ///< the last value before the period
  std::optional<ReadingRow> reported;   ///< what was sent for it
  std::optional<ComputedValue> computed;
  std::string source;
};
LAOYOU_RECORD(PeriodFormRow, "period_form_row", indicator, name, name_en, unit, group, definition, definition_en, whole, least, most, target, previous, reported, computed,
              source)

/// How much of what a place owes it has sent (填报率).
struct ReportingPlace {
  RegionCode region;
  std::string name;
  std::int32_t owed = 0;
  std::int32_t sent = 0;
  std::optional<Instant> last_sent_at;
};
LAOYOU_RECORD(ReportingPlace, "reporting_place", region, name, owed, sent, last_sent_at)

struct PeriodForm {
  RegionCode region;
  std::string region_name;
  Period period;
  std::int32_t owed = 0;
  std::int32_t sent = 0;
  std::vector<PeriodFormRow> rows;
  std::vector<ReportingPlace> below;  ///< the parts right below; those that have sent least come first
};
LAOYOU_RECORD(PeriodForm, "period_form", region, region_name, period, owed, sent, rows, below)

/// Whether a place of this level reports the indicator.
bool owes(const Indicator& indicator, RegionLevel level);

/// The form without computed values; `request.region` is set.
PeriodForm period_form(const ReadingsView& readings, const Library& library, const Plan& plan, const PeriodFormRequest& request, Date today);

}  // namespace laoyou::plan
