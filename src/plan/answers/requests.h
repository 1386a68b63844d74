// What the plan routes are asked.
#pragma once

#include <optional>
#include <string>

#include "plan/answers/answers.h"

namespace laoyou::plan {

struct PlanRequest {
  std::string plan;
};
LAOYOU_RECORD(PlanRequest, "plan_request", plan)

struct PlanRegionRequest {
  std::string plan;
  std::optional<RegionCode> region;
};
LAOYOU_RECORD(PlanRegionRequest, "plan_region_request", plan, region)

/// `as_of`, here and below: as it stood when that day ended; without it as it stands.
struct SummaryRequest {
  std::string plan;
  std::optional<RegionCode> region;
  std::optional<Date> as_of;
};
LAOYOU_RECORD(SummaryRequest, "summary_request", plan, region, as_of)

struct IndicatorListRequest {
  std::string plan;
  std::optional<RegionCode> region;
  std::optional<Group> group;
  std::optional<Date> as_of;
};
LAOYOU_RECORD(IndicatorListRequest, "indicator_list_request", plan, region, group, as_of)

struct IndicatorRequest {
  std::string plan;
  std::string indicator;
  std::optional<RegionCode> region;
  std::optional<Date> as_of;
};
LAOYOU_RECORD(IndicatorRequest, "indicator_request", plan, indicator, region, as_of)

/// The records behind a computed value; without `period` those of the current year.
struct CountedRowsRequest {
  std::string plan;
  std::string indicator;
  std::optional<RegionCode> region;
  std::optional<Period> period;
};
LAOYOU_RECORD(CountedRowsRequest, "counted_rows_request", plan, indicator, region, period)

struct InstrumentRequest {
  std::string plan;
  std::string instrument;
};
LAOYOU_RECORD(InstrumentRequest, "instrument_request", plan, instrument)

struct RegionRequest {
  RegionCode region;
};
LAOYOU_RECORD(RegionRequest, "region_request", region)

struct RegionSearchRequest {
  std::string text;
  std::optional<RegionCode> within;
  std::optional<std::int32_t> limit;
};
LAOYOU_RECORD(RegionSearchRequest, "region_search_request", text, within, limit)

struct CartogramRequest {
  RegionCode region;
  std::optional<std::string> plan;
};
LAOYOU_RECORD(CartogramRequest, "cartogram_request", region, plan)

enum class SheetKind { csv, xlsx };
LAOYOU_ENUM(SheetKind, "sheet_kind", csv, xlsx)

struct ListReadingsRequest {
  std::optional<std::string> plan;
  std::optional<std::string> indicator;
  std::optional<RegionCode> region;
  std::optional<Period> period;
  std::optional<std::int32_t> page;
  std::optional<std::int32_t> page_rows;
};
LAOYOU_RECORD(ListReadingsRequest, "list_readings_request", plan, indicator, region, period, page, page_rows)

struct ReportReadingRequest {
  std::string plan;
  std::string indicator;
  RegionCode region;
  Period period;
  Decimal value;
  std::string source;
  std::optional<Date> counted_on;
  std::optional<bool> confirmed;  ///< the reporter has looked again at a change that the plan asks back
};
LAOYOU_RECORD(ReportReadingRequest, "report_reading_request", plan, indicator, region, period, value, source, counted_on, confirmed)

struct CorrectReadingRequest {
  Id<ReportedValue> id;
  Decimal value;
  std::string source;
  std::optional<Date> counted_on;  ///< stays as it was where none is given
  std::optional<bool> confirmed;
};
LAOYOU_RECORD(CorrectReadingRequest, "correct_reading_request", id, value, source, counted_on, confirmed)

struct ReadingIdRequest {
  Id<ReportedValue> id;
};
LAOYOU_RECORD(ReadingIdRequest, "reading_id_request", id)

/// Without a plan the sheet is empty; with one it has a row for each indicator and place of the account.
struct ReadingTemplateRequest {
  SheetKind format = SheetKind::csv;
  std::optional<std::string> plan;
};
LAOYOU_RECORD(ReadingTemplateRequest, "reading_template_request", format, plan)

struct ExportReadingsRequest {
  SheetKind format = SheetKind::csv;
  std::string plan;
  std::optional<RegionCode> region;
};
LAOYOU_RECORD(ExportReadingsRequest, "export_readings_request", format, plan, region)

struct ImportReadingsRequest {
  SheetKind format = SheetKind::csv;
  std::string plan;
  std::optional<bool> dry_run;
  std::optional<bool> confirmed;
};
LAOYOU_RECORD(ImportReadingsRequest, "import_readings_request", format, plan, dry_run, confirmed)

/// A row of the sheet that reporters fill in, as its cells read: what they mean is told together with whether it can be (sheet_words.h).
struct ReadingSheetRow {
  std::string indicator;                ///< name or key
  std::string region;                   ///< name, or code
  std::string period;                   ///< "2026年上半年" or "2026-H1"
  std::optional<std::string> previous;  ///< the last value, for the reporter to look at; passed over on import
  std::optional<std::string> unit;      ///< passed over too
  std::optional<std::string> value;     ///< a row with this and the next two empty was not filled in
  std::optional<std::string> source;
  std::optional<std::string> counted_on;
};
LAOYOU_RECORD(ReadingSheetRow, "reading_sheet_row", indicator, region, period, previous, unit, value, source, counted_on)

/// A row of a sheet that is taken only once its reporter has confirmed it.
struct ImportQuestion {
  std::string place;  ///< "行 3 列 D", "3:12"
  std::string indicator;
  RegionCode region;
  Period period;
  Decimal value;
  Period previous_period;
  Decimal previous_value;
};
LAOYOU_RECORD(ImportQuestion, "import_question", place, indicator, region, period, value, previous_period, previous_value)

struct ImportSummary {
  std::int32_t rows_read = 0;
  std::int32_t inserted = 0;
  std::int32_t updated = 0;
  bool dry_run = false;
  std::vector<ImportQuestion> questions;  ///< of a dry run: what the import will refuse unless it is confirmed
};
LAOYOU_RECORD(ImportSummary, "import_summary", rows_read, inserted, updated, dry_run, questions)

/// A reported value as lists show it.
struct ReadingRow {
  Id<ReportedValue> id;
  std::string plan;
  std::string indicator;
  RegionCode region;
  std::string region_name;
  Period period;
  Decimal value;
  std::string source;
  bool synthetic = false;
  std::optional<std::string> reported_by_name;  ///< as people know the reporter; nothing for what a command loaded
  Instant reported_at;
  std::optional<Date> counted_on;
};
LAOYOU_RECORD(ReadingRow, "reading_row", id, plan, indicator, region, region_name, period, value, source, synthetic, reported_by_name, reported_at, counted_on)

struct ReadingList {
  std::vector<ReadingRow> rows;
  std::int64_t total = 0;
  std::int32_t page = 1;
  std::int32_t page_rows = 0;
};
LAOYOU_RECORD(ReadingList, "reading_list", rows, total, page, page_rows)

struct RegionAnswer {
  RegionCode code;
  std::string name;
  RegionLevel level = RegionLevel::country;
  std::vector<RegionStep> path;
  std::int32_t children_count = 0;
  bool added = false;
  std::optional<std::string> note;
};
LAOYOU_RECORD(RegionAnswer, "region_answer", code, name, level, path, children_count, added, note)

struct RegionRow {
  RegionCode code;
  std::string name;
  RegionLevel level = RegionLevel::country;
  std::int32_t children_count = 0;
  bool added = false;
  std::optional<std::string> path_text;
};
LAOYOU_RECORD(RegionRow, "region_row", code, name, level, children_count, added, path_text)

struct RegionRows {
  std::vector<RegionRow> rows;
};
LAOYOU_RECORD(RegionRows, "region_rows", rows)

struct TileRow {
  RegionCode region;
  std::string name;
  std::int32_t column = 0;
  std::int32_t row = 0;
};
LAOYOU_RECORD(TileRow, "tile_row", region, name, column, row)

struct Cartogram {
  RegionCode region;
  std::vector<TileRow> tiles;
  std::int32_t columns = 0;
  std::int32_t rows = 0;
  bool placed = false;
};
LAOYOU_RECORD(Cartogram, "cartogram", region, tiles, columns, rows, placed)

struct PlanReloaded {
  std::int32_t plans = 0;
};
LAOYOU_RECORD(PlanReloaded, "plan_reloaded", plans)

}  // namespace laoyou::plan
