// The circular's table (指标×区县): every indicator of a plan against every part of a region.
#pragma once

#include "plan/answers/answers.h"
#include "plan/answers/requests.h"

namespace laoyou::plan {

/// `period`: no value of a later one counts; without it the latest values do.
struct MatrixRequest {
  std::string plan;
  std::optional<RegionCode> region;
  std::optional<Group> group;
  std::optional<Period> period;
  std::optional<Date> as_of = std::nullopt;  ///< as it stood when that day ended
};
LAOYOU_RECORD(MatrixRequest, "matrix_request", plan, region, group, period, as_of)

struct MatrixSheetRequest {
  SheetKind format = SheetKind::xlsx;
  std::string plan;
  std::optional<RegionCode> region;
  std::optional<Group> group;
  std::optional<Period> period;
  std::optional<Date> as_of;
};
LAOYOU_RECORD(MatrixSheetRequest, "matrix_sheet_request", format, plan, region, group, period, as_of)

/// One indicator at one place.
struct MatrixCell {
  RegionCode region;
  std::optional<Decimal> value;
  std::optional<Period> period;
  bool synthetic = false;
  Light light = Light::not_reported;
  std::optional<Target> target;
  std::optional<Decimal> gap;
  std::optional<std::int32_t> rank;       ///< among the parts, 1 is the best
  std::optional<Decimal> since_previous;  ///< against the value before, of the same kind of period (环比)
  std::optional<Decimal> since_year_ago;  ///< against the same period a year before (同比)
  std::optional<PartsHeld> parts;
};
LAOYOU_RECORD(MatrixCell, "matrix_cell", region, value, period, synthetic, light, target, gap, rank, since_previous, since_year_ago, parts)

struct MatrixRow {
  std::string key;
  std::string name;
  std::optional<std::string> name_en;
  std::string unit;
  Group group = Group::both;
  std::string source;
  std::string layer;
  std::vector<Target> targets;
  MatrixCell whole;
  std::vector<MatrixCell> cells;  ///< in the order of the columns
};
LAOYOU_RECORD(MatrixRow, "matrix_row", key, name, name_en, unit, group, source, layer, targets, whole, cells)

struct MatrixColumn {
  RegionCode region;
  std::string name;
  LightCounts lights;
};
LAOYOU_RECORD(MatrixColumn, "matrix_column", region, name, lights)

struct Matrix {
  RegionCode region;
  std::string region_name;
  std::optional<Period> period;
  std::vector<MatrixColumn> columns;
  std::vector<MatrixRow> rows;
};
LAOYOU_RECORD(Matrix, "matrix", region, region_name, period, columns, rows)

}  // namespace laoyou::plan
