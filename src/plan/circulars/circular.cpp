#include "plan/circulars/circular.h"

#include <algorithm>

#include "plan/matrix/matrix.h"
#include "plan/reports/reports.h"

namespace laoyou::plan {
namespace {

void count(Light light, LightCounts& counts) {
  switch (light) {
    case Light::met: ++counts.met; break;
    case Light::near: ++counts.near; break;
    case Light::behind: ++counts.behind; break;
    case Light::not_reported: ++counts.not_reported; break;
    case Light::no_target: ++counts.no_target; break;
  }
}

LaggingIndicator lagging_of(const MatrixRow& row, const std::vector<MatrixColumn>& columns) {
  LaggingIndicator lagging{row.key, row.name, row.name_en, row.unit, row.whole.target, row.whole.value, row.whole.light, {}};
  for (std::size_t i = 0; i < row.cells.size(); ++i)
    if (row.cells[i].light == Light::behind) lagging.places.push_back(columns[i].name);
  return lagging;
}

}  // namespace

CircularDraft circular_draft(store::Snapshot& reading, const ReadingsView& readings, const Library& library, const Plan& plan, RegionCode region, const Period& period, Date today) {
  const Matrix table = matrix(readings, library, plan, {plan.content.head.value.plan, region, std::nullopt, period, std::nullopt}, today);
  CircularDraft draft{plan.content.head.value.title, reports_of(reading, readings, library, plan, region, period, today), {}, table.columns, {}};
  for (const MatrixRow& row : table.rows) {
    count(row.whole.light, draft.lights);
    LaggingIndicator lagging = lagging_of(row, table.columns);
    if (lagging.light == Light::behind || !lagging.places.empty()) draft.lagging.push_back(std::move(lagging));
  }
  std::stable_sort(draft.lagging.begin(), draft.lagging.end(), [](const LaggingIndicator& a, const LaggingIndicator& b) { return a.places.size() > b.places.size(); });
  return draft;
}

}  // namespace laoyou::plan
