// Sheets of registers as jobs: what is asked for, and the routes beside those of jobs.h.
#pragma once

#include "collection/desk.h"
#include "collection/sheet_mapping.h"

namespace laoyou::collection {

inline constexpr std::string_view k_import_kind = "records.import";
inline constexpr std::string_view k_export_kind = "records.export";

/// What a job of either kind keeps of its request.
struct SheetJobArguments {
  std::string record;                 ///< the register
  std::string format;                 ///< "xlsx" or "csv"
  std::string mode;                   ///< of an import: "look", "all" or "good_rows"
  std::string language;               ///< "zh" or "en": of what is found
  std::vector<MappedColumn> columns;  ///< of an import: how the sheet is read, as it was when asked for
  std::vector<std::string> asked;     ///< of an export: name, value, name, value …
};
LAOYOU_RECORD(SheetJobArguments, "sheet_job_arguments", record, format, mode, language, columns, asked)

/// Reads what was kept. Throws record::DamagedCell.
SheetJobArguments sheet_job_arguments(const jobs::Job& job);

/// POST …/import_job, GET …/import_job/{id}, POST …/export_job.
void add_sheet_job_routes(const Services& services, const Registers& registers, const Collection& collection, http::RouteTable& table);
/// POST …/import_headers, GET and POST …/mappings, POST …/mappings/{id}/remove.
void add_mapping_routes(const Services& services, const Registers& registers, const Collection& collection, http::RouteTable& table);

/// The mapping of the caller's unit, if it is there.
std::optional<SheetMapping> find_mapping(const Desk& desk, std::int64_t unit, std::int64_t id);

// What the sheet routes share.
std::optional<record::SheetFormat> format_of(const http::Incoming& incoming);
http::Reply unknown_format(const http::Incoming& incoming);
/// The parameter is there and says true.
bool said(const http::Incoming& incoming, std::string_view name);
extern const std::vector<std::string> k_sheet_types;
inline constexpr std::size_t k_sheet_file_bytes_max = 32U << 20;

}  // namespace laoyou::collection
