// The table of indicators by parts of a region, as an answer and as a sheet.
#pragma once

#include "plan/answers/matrix_records.h"
#include "plan/answers/plan_answers.h"
#include "plan/indicators/readings_view.h"
#include "record/sheet.h"

namespace laoyou::plan {

/// Change of the last value against the one before it of the same kind of period, and against the same period a year before.
struct Changes {
  std::optional<Decimal> since_previous, since_year_ago;
};
Changes changes_of(const std::vector<Actual>& series);

/// All indicators of the plan for a region and the parts right below it; `request.region` is set.
Matrix matrix(const ReadingsView& view, const Library& library, const Plan& plan, const MatrixRequest& request, Date today);

/// The same as a sheet: one line an indicator, three columns a place (value, light, rank).
std::string matrix_sheet(const Matrix& matrix, record::SheetFormat format, Language language);

}  // namespace laoyou::plan
