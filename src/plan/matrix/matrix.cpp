#include "plan/matrix/matrix.h"

#include <algorithm>

#include "plan/indicators/latest_series.h"
#include "plan/indicators/place_state.h"
#include "record/dictionary.h"
#include "record/enum_leaf.h"

namespace laoyou::plan {
namespace {

/// The same stretch of the calendar a year before.
bool is_year_before(const Period& before, const Period& period) {
  constexpr int k_months = 12;
  return before.kind() == period.kind() && before.first_day() == period.first_day().plus_months(-k_months);
}

std::optional<Decimal> difference(Decimal now, Decimal before) {
  const Result<Decimal> change = now.minus(before);
  return change ? std::optional(*change) : std::nullopt;
}

ChosenReadings readings_of(const ReadingsView& view, const Plan& plan, RegionCode region, const std::vector<regions::Region>& parts) {
  std::vector<RegionCode> codes{region};
  for (const regions::Region& part : parts) codes.push_back(part.code);
  return view.choose(region, {plan.content.head.value.plan, std::nullopt, std::move(codes)});
}

MatrixCell cell_of(RegionCode region, const IndicatorState& state, const std::vector<Actual>& series) {
  MatrixCell cell;
  cell.region = region;
  cell.light = state.light;
  cell.target = state.target;
  cell.gap = state.gap;
  cell.parts = state.parts;
  if (state.actual) {
    cell.value = state.actual->value;
    cell.period = state.actual->period;
    cell.synthetic = state.actual->synthetic;
  }
  const Changes changes = changes_of(series);
  cell.since_previous = changes.since_previous;
  cell.since_year_ago = changes.since_year_ago;
  return cell;
}

void rank(const Indicator& indicator, std::vector<MatrixCell>& cells) {
  std::vector<ChildState> children;
  for (const MatrixCell& cell : cells) {
    ChildState child;
    if (cell.value) child.actual = Actual{*cell.period, *cell.value, std::nullopt, "", false, std::nullopt};
    children.push_back(std::move(child));
  }
  rank_children(indicator, children);
  for (std::size_t i = 0; i < cells.size(); ++i) cells[i].rank = children[i].rank;
}

void count(Light light, LightCounts& counts) {
  switch (light) {
    case Light::met: ++counts.met; break;
    case Light::near: ++counts.near; break;
    case Light::behind: ++counts.behind; break;
    case Light::not_reported: ++counts.not_reported; break;
    case Light::no_target: ++counts.no_target; break;
  }
}

template <class T>
std::string enum_label(std::string_view name, T value, Language language) {
  return record::dictionary().entry(name, record::Leaf<T>::to_json_text(value)).label(language);
}

void write_cell(const MatrixCell& cell, Language language, std::vector<std::string>& line) {
  line.push_back(cell.value ? cell.value->text() : "");
  line.push_back(enum_label("light", cell.light, language));
  line.push_back(cell.rank ? std::to_string(*cell.rank) : "");
  line.push_back(cell.period ? cell.period->text() : "");
}

}  // namespace

Changes changes_of(const std::vector<Actual>& series) {
  Changes changes;
  if (series.empty()) return changes;
  const Actual& last = series.back();
  for (const Actual& actual : series) {
    if (!(actual.period < last.period)) continue;
    if (actual.period.kind() == last.period.kind()) changes.since_previous = difference(last.value, actual.value);
    if (is_year_before(actual.period, last.period)) changes.since_year_ago = difference(last.value, actual.value);
  }
  return changes;
}

Matrix matrix(const ReadingsView& view, const Library& library, const Plan& plan, const MatrixRequest& request, Date today) {
  const RegionCode region = *request.region;
  const std::vector<regions::Region> parts = library.regions.children(region);
  Matrix answer{region, library.regions.name(region), request.period, {}, {}};
  for (const regions::Region& part : parts) answer.columns.push_back({part.code, part.name, {}});
  const ChosenReadings readings = readings_of(view, plan, region, parts);
  const Asking asking{library, plan, today};
  for (const Row<Indicator>& row : plan.content.indicators) {
    if (request.group && row.value.group != *request.group && row.value.group != Group::both) continue;
    const ChosenReadings below = readings_below(view, plan, row, region);
    const auto cell = [&](RegionCode place) {
      const auto series = latest_series(row, plan.written_for(row.layer, place), readings.of(place, row.value.key), today, request.period);
      return cell_of(place, state_at(asking, row, place, series, below), series);
    };
    MatrixRow line{row.value.key, row.value.name, row.value.name_en, row.value.unit, row.value.group, row.value.source, row.layer, row.value.target, cell(region), {}};
    for (std::size_t i = 0; i < parts.size(); ++i) {
      line.cells.push_back(cell(parts[i].code));
      count(line.cells.back().light, answer.columns[i].lights);
    }
    rank(row.value, line.cells);
    answer.rows.push_back(std::move(line));
  }
  own_layer_first(plan, answer.rows);
  return answer;
}

std::string matrix_sheet(const Matrix& matrix, record::SheetFormat format, Language language) {
  const bool zh = language == Language::zh;
  std::vector<record::SheetColumn> columns{{zh ? "指标" : "Indicator", ""}, {zh ? "单位" : "Unit", ""}, {zh ? "目标" : "Target", ""}, {zh ? "条款" : "Clause", ""}};
  const auto add_place = [&](const std::string& name) {
    for (const std::string& part : zh ? std::vector<std::string>{"", " 状态", " 名次", " 周期"} : std::vector<std::string>{"", " light", " rank", " period"}) columns.push_back({name + part, ""});
  };
  add_place(matrix.region_name);
  for (const MatrixColumn& column : matrix.columns) add_place(column.name);
  std::vector<std::vector<std::string>> lines;
  for (const MatrixRow& row : matrix.rows) {
    std::vector<std::string> line{zh ? row.name : row.name_en.value_or(row.name), row.unit, row.targets.empty() ? "" : row.targets.back().period.text() + " " + row.targets.back().text, row.source};
    write_cell(row.whole, language, line);
    for (const MatrixCell& cell : row.cells) write_cell(cell, language, line);
    lines.push_back(std::move(line));
  }
  return record::write_sheet(columns, lines, format);
}

}  // namespace laoyou::plan
